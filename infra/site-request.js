/**
 * Runs at the CDN before the page's bucket is asked (CloudFront Functions, JavaScript runtime 2.0): an address without
 * a file's ending, such as /docs or /problems/too-broad, is the page of the folder of that name. An address where there
 * is no file is answered here, because the bucket would answer with XML, and an error page of the distribution would
 * take the place of the API's problem documents too. Synthesis puts `files`, `kept` and `notFound` in front.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var path = request.uri;
  if (path === '/') return request;
  // Files named by their content stay after a deployment, for pages that were opened before it.
  if (path.indexOf(kept) === 0) return request;
  if (path.split('/').pop().indexOf('.') < 0) path = `${path.replace(/\/+$/, '')}/index.html`;
  if (files.indexOf(path) < 0) return missing(request.method);
  request.uri = path;
  return request;
}

function missing(method) {
  var response = {
    statusCode: 404,
    statusDescription: 'Not Found',
    headers: notFound.headers,
  };
  if (method !== 'HEAD') response.body = { encoding: 'text', data: notFound.html };
  return response;
}
