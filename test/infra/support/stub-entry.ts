import { createApp } from '../../../infra/locator-app.ts';
import { stubSources } from './stub-app.ts';

/** Does the same as cdk.json's `app` for the real application. */
createApp({ sources: stubSources, checks: false }).synth();
