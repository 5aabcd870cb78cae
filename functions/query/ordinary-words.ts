import { isSpanishWord } from './spanish-words.ts';
import { wordsOf } from './word-set.ts';

/**
 * Everyday English words that are spelled almost like a search word or a larger city: "dental" is not a slip for
 * "mental", nor "modest" for Modesto. Some are almost a Spanish word that means something else: "accesible" is said of
 * prices, and "violación" is rape, not a breach of probation.
 */
const nearMisses = wordsOf(`
  accessible addition armadillo billing billions bloodline blueprints bolder bother brake buildings
  burden buried buries buttered campaign camper canaries candler cannon caramel carbon carmen caroline cartel
  cartridge champagne champion chandelier chicano chile chili cloves collage colombia colombian costumes cotton
  councillor crick crock dorsal downed drifting drunker economic enterprises everest fatter fatty feather fishes
  forthwith fother garden grandstand hammock handover harden helmet herein herman hindu hoarse hooter hooves
  horde humane hysteria independent inhale inhaler innate insure jamaican juliet kennel latigo latin
  laurence madden mainland message milord minefield miner modest modesty molester mosquito mourning nationality
  olympic oranges output paradigm parading parasite persia petersen pleasant pleasantly pounce presidential
  province queen quince rapid ravine regency repressed repression revered reverse revert roped russia saber
  sacrament santiago settle shack sharks shoveling snack sookie southbound sparky speer spied sprang sprint
  sprung spying string sundae surprised surprises tailor tamara temper tripe tweaked untied venture victorian
  viking villagers villains violates violation virginian wasteland wetlands whistler woken yorkers
`);

/**
 * Words and names of people that are also names of towns. Alone they mean a place only if the city is large. After "in"
 * or with a state they are read like other towns.
 */
const townsToo = wordsOf(`
  adams advance alfred alice allen amelia anderson anna antelope anthony arnold atlantic august avalon badger baker
  battlefield baxter bay beach bear beatrice beaver becker beckett bell bells bend blackjack blair bliss branch brandon
  brent brilliant browning brush bryan burke burton butler byron campbell canyon carroll carver celebration chase
  chester christian clark clay clever clover coco cocoa colony comfort converse cool cope countryside craig crossing
  daphne dent dexter donna douglas dwight eagle economy eden edwards effort emerson energy evans experiment faith fate
  fletcher flora flushing forest foster fountain fowler franklin frederick freedom friendship gap garner garnet garrison
  gary gateway globe golden graham granger gray green griffin grove groves hamilton hamlet harmony harrison harvest
  harvey haven hazard heath helena hercules hickory hill hills holden holiday holly holt homeland homer hometown hooper
  hope hugo hull humble hurricane ideal imperial independence industry jasper jefferson jordan joshua king kirby kyle
  lakes landing largo laurel lawrence lee liberal liberty likely linda loving luck lynn mack magic mango manning manor
  marathon marco margaret marks marshall martin martinez mason mayo mead media melissa mentor midway milton mission
  monroe monument moody moore morgan morris morrow mound murphy murray mustang mystic napoleon needles newton nitro
  noble normal northeast oasis opportunity pace pacific page palmer parsons pearl peculiar perry pierre pink plains
  plantation plum porter pride progress prospect prosper purchase reading republic reserve rice richardson ridge rifle
  robbins robinson rodeo rogers roosevelt roscoe russell saline sandwich sandy savage scott sharon shaw shelley shirley
  sidney smiley snowflake spencer spring springs star sterling story strawberry stuart sultan sunrise sunset superior
  sweet sylvester talent tea temple theodore thompson trail triangle trinity trooper tucker turner tyler union unity
  uptown valley vernon village villages vincent viola violet walker walls ware wayne webster welcome whitney williams
  wilson winner winters wise wolf wood woods woodward worth wright
`);

export const isOrdinaryWord = (word: string): boolean =>
  nearMisses.has(word) || townsToo.has(word) || isSpanishWord(word);
