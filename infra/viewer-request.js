/**
 * Runs at the CDN before its cache is asked (CloudFront Functions, JavaScript runtime 2.0): two requests that mean the
 * same get one cache key. Parameters are ordered by name, repeated values keep their order, and of `Accept` only
 * what the API can choose between remains. Values are passed on as they came, still percent-encoded; characters that
 * API Gateway refuses raw are encoded too, so that FHIR's `near=33.4|-112.1|10|km` may be typed as it is written.
 *
 * A request that the firewall marked as one too many is answered here. Synthesis puts `overLimit` (the mark) and
 * `tooMany` (the answer) in front.
 */
var offered = [
  'application/json',
  'application/geo+json',
  'application/ld+json',
  'application/fhir+json',
  'text/csv',
  'text/event-stream',
  'application/*',
  'text/*',
];

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  if (request.headers[overLimit]) return tooMany;
  var sorted = {};
  Object.keys(request.querystring)
    .sort()
    .forEach((name) => {
      // Not by assignment, in which __proto__ would set the prototype and so be lost, instead of refused by the API.
      Object.defineProperty(sorted, encode(name), {
        value: encoded(request.querystring[name]),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    });
  request.querystring = sorted;
  request.headers.accept = { value: normalise(request.headers.accept) };
  return request;
}

function encoded(parameter) {
  var result = { value: encode(parameter.value) };
  if (parameter.multiValue) result.multiValue = parameter.multiValue.map((one) => ({ value: encode(one.value) }));
  return result;
}

function encode(text) {
  return text.replace(/[|{}"<>\\^`]/g, encodeURIComponent);
}

function normalise(header) {
  if (!header) return '*/*';
  var given = header.multiValue ? header.multiValue.map((one) => one.value).join(',') : header.value;
  if (given.trim() === '') return '*/*';
  var ranges = given
    .toLowerCase()
    .split(',')
    .map((range) => range.replace(/\s/g, ''));
  var known = ranges.filter((range) => {
    var type = range.split(';')[0];
    return type === '*/*' || offered.indexOf(type) >= 0;
  });
  // Nothing on offer is acceptable: left as it is, for the handler to answer 406, which no cache keeps.
  if (known.length === 0) return given;
  return known.length === 1 ? known[0].split(';')[0] : known.join(',');
}
