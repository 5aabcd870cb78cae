import { createApp } from '../../../infra/locator-app.ts';
import { stubSources } from './stub-app.ts';

/** What cdk.json's `app` is to the real application. */
createApp({ sources: stubSources, checks: false }).synth();
