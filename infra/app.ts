import { createApp } from './locator-app.ts';

/** The app that `cdk synth` and `cdk deploy` run. The CLI passes cdk.json's context through the environment. */
createApp().synth();
