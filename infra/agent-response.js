// CloudFront function for what the API answers to agents. API Gateway renames this header of a function's answer, and
// programs look for its own name (RFC 9110).
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  var response = event.response;
  var challenge = response.headers['x-amzn-remapped-www-authenticate'];
  if (!challenge) return response;
  response.headers['www-authenticate'] = { value: challenge.value };
  delete response.headers['x-amzn-remapped-www-authenticate'];
  return response;
}
