import { isSpanishWord } from './spanish-words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Words of everyday English that lie within reach of spelling.ts from a word that is searched for, or from a larger
 * city: "dental" is not a slip for "mental", nor "modest" one for Modesto.
 */
const nearMisses = setOf(`
  abducted abduction abductions addition adjective adjectives admitted adolescence afterward afterwards al alaskan
  ambient ar arabia armadillo audited audition auditions az batteries battery battled biking billing billions bloke
  blokes bloodline blueprints bolder bother bothered bothers brake brakes broken broker brokers brothel buildings
  burden buried buries buttered ca campaign campaigns camper canaries candler cannon caramel carbon carmen carole
  caroline cartel cartridge champagne champion chandelier cheaper cheat cheats chicano chile chili chill chills
  chipped chipper clarity cleanest cloves co collage colombia colombian colored consoling costumes cotton councillor
  counsel crank crick crock ct decreased dedication dental depress depressing dodging dorsal downed downer draining
  dressed drifting drilling dripping driving drunker enterprises everest executing fatter fatty feather feathers
  fiance fishes fl forthwith garden gardens gather gathers gelder germany grandstand greed greens greet groupies
  hammock harden helmet herman heroic heroics hiding hindu hiring hoarse hooter hooves hopelessly horde hordes horsey
  horsing hospitable human humane humans hysteria il impatience impotent in independent inhaling injured innate
  insolence instance instances insure jamaican juliet kennel knight knights korea ks la lather latigo latin laughter
  laurence logging longing ma madden mainland managed mandate marie mariners marseille mattered medal medals mediocre
  meditating menial merman message messages metal metals methane mi militant milord minefield miner miners missions
  mister mo moaning modest modesty molester mooning mosquito motivation mourning mt naive narcissist nationality ne
  nearly nicht nj nv ny olympic opium oranges output overcome overcoming overdoing overdone overdue overjoyed pa
  paradigm parading parasite parental paroled passage passages pennant persia petersen pleasant pleasantly poignant
  poison poisons pounce pr present presents presidential prevent prevents promotion promotions province psyche psychic
  psychics psycho psychos queen quince raced racing rapid rather ravine readings recap redoing regency remodel remove
  removes rental rentals repressed repression revered reverse revert ri roped rousing russia saber sacrament santiago
  sc schizophrenic sedation seductive senhor senor sensor sensors settle shack shacks sharks shoveling sitter slack
  slacks smock smother snack snacks societies society sookie southbound sparky speedo speedy spend spends spied sprang
  sprint sprung spying stack stacks steed stimulate stimulates string subspace sundae sundaes surprised surprises
  tailor tamara temper temples tolerance transponder trench trenches trial trials tripe trite tweaked tweed tweet tx
  undergo undertake unions unite unites untied venture victorian victories viking vikings villagers villains violates
  virginian virginity wa wasteland weaker welder wetlands whiskers whisky whistler wi withdraw withdrawn woken woven
  wrench wy yorkers
`);

/**
 * Words and people's names that are also names of towns. Alone they are a place only if the city is large;
 * after "in" or with a state, as usual.
 */
const townsToo = setOf(`
  adams advance alfred alice allen alliance amelia anderson anna antelope anthony arab arnold atlantic august avalon
  badger baker bath battlefield baxter bay beach beacon bear beatrice beaver becker beckett bell bells bend best
  blackjack blair bliss bloom branch brandon brent bright brilliant browning brush bryan burke burton butler byron
  campbell canyon carroll carver cash celebration center chance change chase chester christian church clark clay
  clever clover coco cocoa colony comfort converse cool countryside craig cross crossing daphne day delta dent dexter
  donna douglas dream dwight eagle early economy eden edwards effort emerson empire energy evans experiment faith fate
  fletcher flora flushing forest foster fountain fowler franklin frederick free freedom friend friendship gap garner
  garnet garrison gary gateway globe golden graham granger grant grants gray green griffin grove groves hamilton
  hamlet harmony harrison harvest harvey haven hazard heath helena hercules hickory hill hills holden holiday holly
  holt home homeland homer hometown hooper hope hugo hull humble hurricane ideal imperial independence industry jasper
  jefferson jordan joshua journey king kirby kyle lakes landing largo laurel lawrence lee liberal liberty likely linda
  link lost loving luck lynn mack magic male mango manning manor marathon marco margaret marina marks marshall martin
  martinez mason mayo mead media melissa mentor midway milton mission monroe monument moody moore morgan morris morrow
  mound mountain murphy murray mustang mystic napoleon needles newton nitro noble normal northeast oasis opportunity
  pace pacific page palmer parkway parole parsons pearl peculiar perry pierre pink plains plantation plum porter price
  pride progress prospect prosper purchase reading republic reserve rice richardson ridge rifle robbins robinson rodeo
  rogers roosevelt roscoe russell saline sandwich sandy savage scott serenity sharon shaw shelley shirley sidney
  smiley snowflake speed spencer spring springs star sterling story strawberry stuart sugar sultan summit sunrise
  sunset superior sweet sylvester talent tax tea temple theodore thompson trail triangle trinity trooper truth tucker
  turner tyler union unity uptown valley vernon victory village villages vincent viola violet vision walker walls ware
  wayne webster welcome whitney williams wilson winner winters wise wolf wood woods woodward worth wright young
`);

export const isOrdinaryWord = (word: string): boolean =>
  nearMisses.has(word) || townsToo.has(word) || isSpanishWord(word);
