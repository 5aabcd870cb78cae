import { wordForm } from './word-form.ts';

const setOf = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(wordForm),
  );

/**
 * Joining words. A place's name neither begins nor ends with one, unless the place is typed with its state: "in" and
 * "me" are words far more often than Indiana and Maine.
 */
const connectors = setOf(`
  a an the and or nor but if so as at by for from in into inside of off on onto out over to toward under until up
  upon via with w within around about after before because since than then that this these those there here
  i im ive id ill me my mine myself we us our were weve you your youre he hes his him himself she shes her herself
  it its they them their theyre who whom whose what which where when why how
  am is are be been being was do does did doing done has have had having can could would should will wont shall may might must
  get getting got give giving go goes going gone come need needed needing want wanted wanting
  look looking search searching seek seeking find finding found show showing see tell know think try trying let
  take taking accept accepted accepting offer offering provide providing include
  including cover covered coverage use using used allow make making start starting stop quit
  hr hrs min yr yrs wk wks mo mos appt info msg bday u ur r n rn thx ty b4 any1 some1 sum1 gonna gotta wanna tho cuz bc smth
  please pls plz thanks hi hello hey yes ok okay also just only very really too much more most some any all every
  each both other another many few lot something anything everything someone somebody anyone anybody
  de del en el la los las lo al para con por y o un una unos que mi mis su sus tu se le les nos si ya desde hasta
  busco buscando buscar necesito necesita necesitamos necesitan ayuda ayudar cerca donde como cuando quien cual quiero quiere
  queremos quieren tengo tiene tenemos tienen hay es esta estan estoy soy ser hacer puede puedo pueden ir va voy dar
  muy mas mucho mucha todo toda algun alguna algo alguien este esto ese esa
`);

/** Words that occur in nearly every search and ask for nothing by themselves. */
const generic = setOf(`
  program center centre facility clinic place provider location
  resource option group list information number phone address website
  treatment treat treating help helping service care support recovery recover
  recovering heal healing session therapeutic medical doctor dr
  problem issue disorder abuse misuse dependence dependent condition struggling struggle
  suffering suffer dealing battling deal person people patient client member individual
  friend family loved one partner spouse relative survivor community
  near nearest nearby close closest local distance away area region downtown city town county state metro
  north south east west northern southern eastern western central suburb outside
  best top good great nice rated affordable quality new now today asap immediately urgent soon currently available
  availability open self pay payment paying plan cost price type kind level right
  speak speaking speaker language friendly specific special specialized specializing specialty track
  based like live living stay staying work working home house day week time full part
  tratamiento clinica centro programa lugar lugares servicio atencion apoyo
  persona gente paciente problema trastorno medico doctora favor gracias hola
  acepta aceptan aceptar aceptado tome toman recibe reciben ofrece ofrecen cubre cubren cubierto usa usan uso usar consume
  consumir consumo dejar deja parar habla hablan hable hablen idioma seguro cita hoy ahora urgente pronto bueno buena
  mejor mejores nuevo vive vivo vivimos casa amigo amiga familiar familia pareja vida clase sesion sesiones
  fiance pt pts hx tx dx rx sx ct caller referral user thing way life old age aged year english
`);

/** True if a place's name may neither begin nor end with the word. */
export const isConnector = (word: string): boolean => connectors.has(word) || negations.has(word);

/** True if the word asks for nothing by itself, so that it is not reported as ignored. */
export const isStopWord = (word: string): boolean => connectors.has(word) || generic.has(word);

/**
 * Stop words that are long enough to be recognized when misspelled: "treatmnt" should not be reported as ignored
 * either.
 */
export const longStopWords: readonly string[] = [...connectors, ...generic].filter((word) => word.length >= 7);

/** Words after which a name is most likely a place. */
const before = setOf('in near nearest around from to at outside by of downtown closest greater cerca en inside');
export const leadsToPlace = (word: string): boolean => before.has(word);

const negations = setOf(
  'no not non without except excluding never dont doesnt isnt arent nor avoid neither sin ni nunca excepto tampoco',
);
/** True for a word after which the text says what the person does not want. */
export const isNegation = (word: string): boolean => negations.has(word);
