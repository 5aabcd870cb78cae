import { isSpanishWord } from './spanish-words.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Words of everyday English that lie within reach of spelling.ts from a word that is searched for, or from a larger
 * city: "dental" is not a slip for "mental", nor "modest" one for Modesto.
 */
const nearMisses = setOf(`
  addition adolescence al alaskan ambient ar armadillo az billing billions bloodline blueprints bolder bother bothered
  bothers brake brakes buildings burden buried buries buttered ca campaign campaigns camper canaries candler cannon
  caramel carbon carmen caroline cartel cartridge champagne champion chandelier chicano chile chili cloves co collage
  colombia colombian consoling costumes cotton councillor crick crock ct depressing dorsal downed downer drifting
  drunker enterprises everest fatter fatty feather feathers fishes fl forthwith fother garden gardens germany grandstand
  greens hammock handover handovers harden helmet herein herman hindu hoarse hooter hooves horde hordes hospitable human humane humans hysteria
  il impotent in independent inhaling innate instance instances insure jamaican juliet kennel ks la latigo latin
  laurence ma madden mainland mariners mediocre meditating message messages mi milord minefield miner miners missions
  mo modest modesty molester mosquito motivation mourning mt narcissist nationality ne nj nv ny olympic oranges
  output overdoing overdone pa paradigm parading parasite parental paroled persia petersen pleasant pleasantly pounce
  pr presidential province psyche psycho psychos queen quince racing rapid rather ravine readings regency repressed
  repression revered reverse revert ri roped russia saber sacrament santiago sc schizophrenic senor settle shack
  shacks sharks shoveling smock snack snacks sookie southbound sparky speedo speer spied sprang sprint sprung spying string
  sundae sundaes surprised surprises tailor tamara temper temples tolerance tripe tweaked tx unions untied venture
  victorian victories viking villagers villains violates virginian wa wasteland wetlands whisky whistler wi woken wy
  yorkers
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
  clever clover coco cocoa colony comfort converse cool cope countryside craig cross crossing daphne day delta dent dexter
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
