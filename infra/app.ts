import { createApp } from './locator-app.ts';

/**
 * The application that `cdk synth` and `cdk deploy` run. The CDK's command passes the context of cdk.json through the
 * environment.
 */
createApp().synth();
