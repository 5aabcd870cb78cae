import { createApp } from './locator-app.ts';

/** What `cdk synth` and `cdk deploy` run. The CLI passes cdk.json's context through the environment. */
createApp().synth();
