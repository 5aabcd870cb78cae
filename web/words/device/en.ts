/** Formats a time in the visitor's own time zone. */
const moment = (at: number) => new Date(at).toLocaleString('en-US', { dateStyle: 'long', timeStyle: 'short' });
const clock = (at: number) => new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

/** Texts about searching on the visitor's device. */
export const deviceWords = {
  downloading: 'Downloading the list…',
  downloaded: (here: number, all: number) => `${here} of ${all} KB.`,
  downloadHint: 'Your device will search it by itself, so nothing you type leaves it.',
  insteadHint: 'Our server is not answering, so your device downloads the list and searches by itself.',
  takenOver: 'Our server did not answer, so your device searched the list by itself.',
  renewed: 'The listings changed just now. You see them as they are.',
  checking: 'Checking for changes…',
  checked: (at: number) => `Searched on your device. The listings were current at ${clock(at)}.`,
  asOf: (at: number) => `Listings as of ${moment(at)}; we could not check for changes.`,
  kept: (day: string) => `Listings as of ${day}. This file cannot check for changes: call before you go.`,
  keptDirections: 'Opens your map app, which needs the internet, and leaves this file.',
  placesOf: (states: string) => `This list has only places in ${states}.`,
  keptLong: (day: string, days: number) =>
    `These listings are of ${day}, more than ${days} days old. Some numbers and programs will have changed. Get a newer file if you can, and always call before you go.`,
  ask: 'Download the list first?',
  askHint: (size: number) =>
    `Your browser saves data. The list takes about ${size} KB, once. Then your device searches by itself, and nothing you type leaves it.`,
  askInstead: (size: number) =>
    `Our server is not answering. Your device can search by itself, but your browser saves data, and the list takes about ${size} KB.`,
  allow: (size: number) => `Download ${size} KB and search`,
  tooLarge: 'This list is too large to search on your device',
  tooLargeHint: (most: number) =>
    `This website lets only your device search, and the list takes more than ${most} KB. Nothing was downloaded, and nothing you typed was sent.`,
  damaged: 'The list did not arrive complete',
  damagedHint: 'Part of it was damaged on the way, so nothing was searched. Try again in a minute.',
  updating: 'The list is being updated',
  updatingHint: 'It changed while it was downloaded. Try again in a minute.',
};

export type DeviceWords = typeof deviceWords;
