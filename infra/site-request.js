/**
 * Runs at the CDN before the page's bucket is asked (CloudFront Functions, JavaScript runtime 2.0): an address without
 * a file's ending, such as /docs or /problems/too-broad, is the page of the folder of that name.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var last = request.uri.split('/').pop();
  if (request.uri !== '/' && last.indexOf('.') < 0) {
    request.uri = `${request.uri.replace(/\/+$/, '')}/index.html`;
  }
  return request;
}
