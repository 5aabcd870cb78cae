/** Rules that the topic for alarms breaks on purpose, with the reasons. */
export const topicReasons = {
  'HIPAA.Security-SNSEncryptedKMS':
    'What it says is which count is too high. CloudWatch may not use the key of AWS’s own, and one of ours costs as much as ten alarms.',
  'HIPAA.Security-CloudWatchAlarmAction':
    'Without an email address or a topic alarms notify nobody: synthesis warns of it and says what to give.',
} as const;
