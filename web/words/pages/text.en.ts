import { dateParts } from '../text.ts';

/** A section of a text page. Its paragraphs come before its list. */
export interface Section {
  readonly title: string;
  readonly paragraphs?: readonly string[];
  readonly list?: readonly string[];
}

/** Facts about this deployment for text pages. */
export interface SiteFacts {
  /** The domain, such as `find.example.org`. */
  readonly host: string;
  readonly centers: string;
  readonly states: string;
  /** When the listings were published, as an ISO date. */
  readonly publishedAt: string;
  /** True if the operator gave an address for corrections: only then a center’s page has a link to report a wrong fact. */
  readonly takesReports: boolean;
}

const months = 'January February March April May June July August September October November December'.split(' ');
const dayOf = (date: string): string => {
  const { year, month, day } = dateParts(date);
  return `${months[month]} ${day}, ${year}`;
};

/** Pages of plain text, and pages of errors. */
export const textPageWords = {
  about: {
    link: 'About',
    title: 'About this list',
    description:
      'Who runs this list of treatment programs, that nobody pays for a place, how facts are checked, and how old they are.',
    sections: ({ host, centers, states, publishedAt }: SiteFacts): readonly Section[] => [
      {
        title: 'Who runs it',
        paragraphs: [
          `${host} runs this copy of an open program locator. Anybody may read its code and run a copy.`,
          'It is not a treatment center, a referral service or a hotline, and it gives no medical advice.',
        ],
      },
      {
        title: 'Nobody pays for a place',
        paragraphs: [
          'No center pays to be listed, to be higher in a list, or to be left out of one. There is no advertising. Lists are in order of distance, or by city and name.',
          'Each phone number says who answers it: the center itself, a central admissions team, or an outside company.',
        ],
      },
      {
        title: 'How facts are checked',
        paragraphs: [
          'Facts begin as listings in public directories. When somebody calls a center and records what was said, the program is shown as “Confirmed” with the day. After a while it becomes “ask again”.',
          'A fact that a listing does not name is shown as “not listed: ask”, never as “no”, unless the directory asks about it and the center left it out.',
        ],
      },
      {
        title: 'How old it is',
        paragraphs: [
          `The list holds ${centers} in ${states}. It was last published on ${dayOf(publishedAt)}.`,
          'Directories are older than that: every center’s page names its sources and their dates. Centers move, close and change, so call before you go.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Privacy',
    title: 'Privacy',
    description: 'What happens to a search on this site: nothing of it is kept, no cookie, no third party.',
    sections: ({ host }: SiteFacts): readonly Section[] => [
      {
        title: 'What this site does not do',
        paragraphs: ['That somebody looked for treatment is sensitive in itself. So:'],
        list: [
          'It sets no cookie and stores nothing in your browser.',
          'It loads nothing from other sites: no advertising, no analytics, no maps of others.',
          'It writes down no search, no place, no IP address and no browser. One line is kept for each request: which kind of page or search it was, whether it worked, and how long it took.',
          'A search is sent in the body of a request, never in a web address. It is not in your history, and the page of results is not kept by your browser or by our delivery network.',
          'Links to other sites do not tell them which page you came from.',
        ],
      },
      {
        title: 'What is sent',
        list: [
          'What you type is sent to this site to find programs, and forgotten when the answer is sent.',
          '“Use my location” asks you first. Only the name of an area some 3 miles wide leaves your device; your device then sorts the list by itself.',
          'The network that delivers this site sees your IP address to send you the answer, as with every website. To stop floods it counts requests for each address for five minutes. It keeps no list of them for us.',
          'The page of a center has the center in its address, so your browser’s history shows it. The ✕ or “Leave” takes you to a page about the weather; it does not erase history.',
        ],
      },
      {
        title: 'When you call',
        paragraphs: [
          'Your phone makes the call. Phone companies keep records of calls, and the center has its own privacy rules. You need not give a name to ask.',
        ],
      },
      {
        title: 'On a shared or watched computer',
        paragraphs: [
          `Anybody who can see your screen or your history can see that you were at ${host}. A private window, or somebody else’s phone, is safer. At 988 you can speak to a person without any website.`,
        ],
      },
    ],
  },
  providers: {
    link: 'For providers',
    title: 'For providers',
    description:
      'How a treatment center confirms or corrects its facts here, and shows its own programs on its own website.',
    sections: ({ takesReports }: SiteFacts): readonly Section[] => [
      {
        title: 'Confirm or correct your facts',
        paragraphs: [
          takesReports
            ? 'Nobody pays to be listed, and a correction is free. Open your center’s page and use “Report a wrong fact” there, so that we know which center you mean. Tell us:'
            : 'Nobody pays to be listed, and a correction is free. This site gives no address to write to. You can publish your facts as a file on your own website: the first link below says how. If you know who runs this site, send them the link to your center’s page, and tell them:',
        ],
        list: [
          'your name, your role, and a number at the center where we can call back;',
          'which fact is wrong, and what is right: levels of care, ages, ways to pay, languages, times, phone numbers;',
          'from when it is right, and until when you can promise it.',
        ],
      },
      {
        title: 'What we show, and what we do not',
        paragraphs: [
          'A confirmed fact shows the day on which it was confirmed. We do not show claims such as “best” or “only”, and we do not change the order of a list.',
          `If you keep your street secret for safety, tell ${takesReports ? 'us' : 'the people who run this site'}: the page then shows the city alone.`,
          `If you have closed, tell ${takesReports ? 'us' : 'them'}: the page then says so, so that nobody travels for nothing.`,
        ],
      },
      {
        title: 'Show your programs on your own website',
        paragraphs: [
          'The finder can be put on any website as one line of HTML, and can be limited to the centers of one organization.',
          'Facts about each center are open data in standard formats, so you can check what others read about you.',
        ],
      },
    ],
    check: 'Publish your programs as a file on your website, and check it',
    embed: 'Put the finder on your website',
    api: 'Read the facts as data',
    report: 'Write to us',
  },
  licenses: {
    title: 'Sources and licenses',
    listings: 'Listings: SAMHSA National Directories, public domain.',
    /** Before the name of the license, which is a link. */
    code: 'The program behind this site is open source under the',
    license: 'Apache License 2.0',
  },
  missing: {
    title: 'This page was not found',
    hint: 'The address may be mistyped, or the page may have moved. You can search here:',
    city: 'There is no page for this city',
    cityHint:
      'A city has a page where at least five centers are listed. You can search near it, or see the whole state:',
  },
  moved: { title: 'This page has moved', hint: 'It is now here:' },
  fault: {
    title: 'Something went wrong here',
    hint: 'It is not your device. Please try again in a moment, or search here:',
    busy: 'Too many requests from here just now',
    busyHint: 'Wait a minute, then try again. The numbers below answer day and night.',
    request: 'This page cannot be shown like this',
    requestHint: 'The address or the request has a part that this page does not take. You can search here:',
    broad: 'This page would be too long to show',
    broadHint: 'There are more centers here than one page can hold. Search near a ZIP code or a city:',
  },
  talk: 'Or talk to somebody now',
  crisis: 'Crisis line: call or text, free, day and night',
  emergency: 'In danger now',
};
