/**
 * The words of each language that show a question where its shape alone does not. English is one language among others:
 * each is a row, and a new one needs nothing else.
 */

/** The word for a question before its number: `Question 3:`, `Frage 1`, `問2`. */
export const QUESTION_WORDS =
  'question|questions(?=\\s*[#№]?\\s*\\d)|q|ques|f(?=\\s*\\d{0,3}\\s*[:：])|frage|vraag|fråga|pregunta|pergunta|domanda|pytanie|otázka|soru|вопрос|в|(?:за)?питання|質問|问题|問題|问|問|질문|प्रश्न|(?:ال)?سؤال|س|שאלה';

/** First words of questions. They ask only where the shape helps (in bold, in a heading, beside others). */
const INTERROGATIVES: readonly (readonly [language: string, words: string])[] = [
  [
    'en',
    'how|what|why|when|where|which|who|whose|can|could|would|do|does|did|have|has|is|are|was|were|should|if',
  ],
  ['de', 'wie|was|warum|weshalb|wieso|wann|wo|woran|womit|wozu|welche[rsnm]?|wer|wem|wen'],
  ['fr', "comment|pourquoi|quand|où|quel(?:le)?s?|qui|que|qu’est-ce|qu'est-ce"],
  ['es', '¿.*|cómo|qué|por qué|cuándo|dónde|cuál(?:es)?|quién(?:es)?'],
  ['it', 'come|cosa|che cosa|perché|quando|dove|quale|quali|chi'],
  ['pt', 'como|o que|por que|por quê|quando|onde|qual|quais|quem'],
  ['nl', 'hoe|wat|waarom|wanneer|waar|welke?|wie'],
  ['pl', 'jak|jaki|jaka|jakie|co|dlaczego|kiedy|gdzie|który|która|które|kto|czym|czy'],
  ['ru', 'как|что|почему|зачем|когда|где|какой|какая|какие|какое|кто|чем|в чём|в чем'],
  ['uk', 'як|що|чому|навіщо|коли|де|який|яка|які|яке|хто|чим|у чому'],
  ['sv', 'hur|vad|varför|när|vilken|vilket|vilka|vem'],
  ['da, nb', 'hvordan|hva|hvad|hvorfor|når|hvor|hvilken|hvilke|hvilket|hvem'],
  ['fi', 'miten|mitä|miksi|milloin|missä|mikä|mitkä|kuka'],
  ['cs', 'jak|jaký|jaká|jaké|co|proč|kdy|kde|který|která|které|kdo|čím'],
  ['el', 'πώς|πως|τι|γιατί|πότε|πού|ποιος|ποια|ποιο|ποιες'],
  ['ko', '왜|무엇(?:을|이|인가)?|어떻게|어떤|언제|어디|누가'],
  ['tr', 'nasıl|neden|niçin|niye|hangi|kim|ne zaman'],
  ['vi', 'tại sao|vì sao|làm thế nào|thế nào|khi nào|hãy'],
  ['id', 'bagaimana|apa|apakah|mengapa|kenapa|kapan|siapa'],
  ['hi', 'क्या|कैसे|क्यों|कब|कहाँ|कौन|किस'],
  ['ar', 'ما|ماذا|كيف|لماذا|متى|أين|أي|من|هل'],
];

/** The same in languages that do not mark the end of a word. */
const INTERROGATIVES_WITHOUT_SPACES =
  '什么|什麼|为什么|為什麼|怎么|怎麼|怎样|如何|哪些|哪个|哪個|何时|是否|なぜ|どう|どの|どんな|どこ|いつ|何が|何を|何故';

/** Verbs that ask without a question mark, at the beginning of a sentence. */
const ASKING_VERBS: readonly (readonly [language: string, words: string])[] = [
  [
    'en',
    '(?:please )?tell (?:me|us)|(?:please )?(?:describe|explain)(?!.* to (?:the |your )?(?:candidate|interviewee)s?\\b)|walk (?:me|us)|talk (?:me|us)|give (?:me |us )?an example|(?:share|think of|recall|describe) an? (?:time|example|situation|project|moment)',
  ],
  [
    'de',
    'erkläre?n? ?(?:sie)?|beschreiben? ?(?:sie)?|erzählen? ?(?:sie)?|nennen? ?(?:sie)?|schildern? ?(?:sie)?|skizzieren? ?(?:sie)?|vergleichen? ?(?:sie)?',
  ],
  [
    'fr',
    'décri(?:s|vez)|expliquez?(?:-(?:moi|nous))?|parlez?(?:-(?:moi|nous))|racontez?(?:-(?:moi|nous))?|donnez?(?:-(?:moi|nous))? un exemple|citez|comparez|définissez|présentez',
  ],
  [
    'es',
    'describ[ae]|expli(?:ca|que)(?:me|nos)?|cu[ée]nt[ae](?:me|nos)|h[áa]bl[ae](?:me|nos)|d[ae](?:me|nos)? un ejemplo|ponga? un ejemplo|compar[ae]|defin[ae]',
  ],
  [
    'it',
    'descriv[ia]|spieg(?:a|hi|are)(?:mi|ci)?|indica|raccont[ia](?:mi|ci)?|mi racconti|mi parli|parl(?:a|i)(?:mi|ci)|fai un esempio|faccia un esempio|confronta',
  ],
  [
    'pt',
    'descrev[ae]|expli(?:ca|que|car)(?:-me|-nos)?|dar exemplos|cite|cont[ae](?:-me|-nos)?|fal[ae](?:-me|-nos| sobre)|d[êe](?:-me)? um exemplo|compar[ae]|defin[ae]',
  ],
  ['nl', 'beschrijf|leg (?:eens )?uit|vertel|geef een voorbeeld|vergelijk|noem'],
  [
    'pl',
    'opisz|wyjaśnij|opowiedz|podaj przykład|wymień|porównaj|omów|proszę (?:opisać|opowiedzieć|wyjaśnić)',
  ],
  ['ru', 'опишите?|объясните?|расскажите?|приведите|назовите|сравните|перечислите|представьте'],
  ['uk', 'опишіть|опиши|поясніть|поясни|розкажіть|розкажи|наведіть|назвіть|порівняйте|перелічіть'],
  ['sv', 'beskriv|förklara|berätta|ge (?:ett )?exempel|jämför|nämn'],
  ['da, nb', 'forklar|fortæl|fortell|gi(?:v)? et eksempel|sammenlign|nævn|nevn'],
  ['fi', 'kuvaile|selitä|kerro|vertaa|mainitse'],
  ['cs', 'popište?|popiš|vysvětlete|vysvětli|uveďte|porovnejte|řekněte|povězte|jmenujte'],
  ['el', 'περιγράψτε|εξηγήστε|πείτε|αναφέρετε|συγκρίνετε'],
  ['vi', 'hãy (?:giải thích|trình bày|mô tả|kể|so sánh)|giải thích|trình bày|mô tả'],
  ['id', 'jelaskan|sebutkan|ceritakan|deskripsikan|bandingkan|uraikan'],
  ['zh', '请|描述|解释|说说|谈谈|介绍|举例|简述|講講|请谈|請'],
  ['hi', 'बताइए|बताएं|समझाइए|समझाएं|वर्णन'],
  ['ar', 'صف|صفي|اشرح|اشرحي|أخبرنا|أخبرني|حدثنا|حدثني|اذكر|قارن'],
];

/** Verbs that ask only if the shape says so too (numbered, in a heading): steps of a list begin with them as well. */
const TASK_VERBS =
  'predict|determine|show|discuss|compare|define|name|list|outline|share|design|write|implement|sketch|imagine|suppose|convince|estimate|summari[sz]e|demonstrate|identify|discutez|zeige|zeigen sie|покажите|diseñ[ae]|progett[ai]|zaprojektuj';

/** Endings that ask, in languages that put the verb last. */
const ASKING_ENDS =
  '(?:(?:説明|紹介|比較|話)(?:して)?|教えて|述べて|話して|聞かせて|挙げて|して)(?:ください|下さい)|(?:です|ます|でしょう|ません|でした|ました)か|(?:주세요|주십시오|보세요|하십시오|나요|까요|가요|습니까|입니까)|(?:बताइए|बताएं|समझाइए|समझाएं|करें|कीजिए|दीजिए|बताओ)|[吗呢]|(?:açıklay|anlat|tanımlay|karşılaştır|yaz)[ıi]n(?:ız|iz)?';

/** Endings that ask only if the shape says so too. */
export const ENDS_IN_SHAPE =
  /(?:是什么|是什麼|有哪些|区别|區別|原理|作用|优缺点|とは|違い|(?<=[\p{Script=Hiragana}\p{Script=Han}])か|이란|란|차이점?)[。．.]?$/u;

const anyOf = (rows: readonly (readonly [string, string])[]) => rows.map(([, words]) => words).join('|');
/** What may come before the first word. */
const QUOTE = '["“„«»「『¿¡\'‘(]*\\s*';
/** The end of a word, which Chinese does not mark. */
const END = '(?![\\p{L}\\p{M}\\p{N}])';

export const BEGINS_WITH_VERB = new RegExp(
  `^${QUOTE}(?:(?:${anyOf(ASKING_VERBS.filter(([code]) => code !== 'zh'))})${END}|(?:${anyOf(ASKING_VERBS.filter(([code]) => code === 'zh'))}))`,
  'iu',
);
export const BEGINS_WITH_TASK = new RegExp(`^${QUOTE}(?:${TASK_VERBS})${END}`, 'iu');
export const BEGINS_INTERROGATIVE = new RegExp(
  `^${QUOTE}(?:(?:${anyOf(INTERROGATIVES)})${END}|${INTERROGATIVES_WITHOUT_SPACES})`,
  'iu',
);
export const ENDS_ASKING = new RegExp(`(?:${ASKING_ENDS})[。．.।」』"”]*$`, 'u');

/** The words for an exercise. */
export const EXERCISE_WORDS =
  'exercise|kata|challenge|übung|aufgabe|ejercicio|esercizio|exercice|exercício|oefening|zadanie|ćwiczenie|упражнение|задание|завдання|вправа|练习|演習|練習|연습|अभ्यास|تمرين';
export const EXERCISES_TITLE =
  /\b(?:exercises|katas|challenges|übungen|aufgaben|ejercicios|esercizi|exercices|exercícios)\b|упражнения|задания|练习|演習/iu;

export const CONTENTS_TITLE =
  /^(?:(?:table of )?contents|toc|index|содержание|оглавление|зміст|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice|inhoud(?:sopgave)?|spis treści|目次|目录|目錄|목차)$/iu;
export const TIPS_TITLE =
  /\b(?:checklist|tips|preparation|prepare|before (?:the|your) (?:interview|panel)|checkliste|vorbereitung|preparación|préparation)\b|подготовк|чек-?лист|チェックリスト|准备|清单/iu;
/** Questions that the candidate asks, which the panel does not. */
export const TURNED_ROUND =
  /\bquestions? (?:to ask|for (?:us|the (?:panel|interviewer|company|employer)))\b|\b(?:you|to) ask\b|\brückfragen\b|вопросы (?:нам|работодателю)|逆質問/iu;
export const PART_TITLE =
  /^(?:part|section|chapter|teil|kapitel|parte|partie|capítulo|часть|раздел|частина|część)\s+(?:\d{1,3}|[ivx]+|one|two|three|four|five)\b\s*[:.)–—-]?\s*/iu;
/** A heading that counts questions, such as "Card 3: Ropes", with one question below it. */
export const COUNTED_TITLE =
  /^(?:card|flash ?card|example|scenario|case|item|problem|karte|beispiel|szenario|tarjeta|ejemplo|caso|carte|exemple|cas|exemplo|карточка|пример|例|カード|示例)\s*[#№]?\s*\d{1,3}\b/iu;
/** A heading above what the candidate is told before the question. */
export const SCENARIO_TITLE =
  /^(?:scenario|case(?: study)?|situation|szenario|fall(?:beispiel|studie)?|cas(?: pratique)?|scénario|mise en situation|caso(?: práctico)?|escenario|situación|cenário|situação|caso pratico|situazione|сценарий|кейс|ситуация|сценарій|ситуація|场景|情景|案例|シナリオ|ケース|상황|परिदृश्य|سيناريو)(?!\p{L})/iu;
/** Headings that say how hard the questions below are, not what they are about. */
export const LEVEL_TITLE =
  /^(?:(?:easy|medium|hard|difficult|basics?|beginner|intermediate|advanced|expert|junior|mid|middle|senior|staff|principal|warm-?up|opening|closing|core|key|main|sample|bonus|optional|extra|entry|general|common|leicht|mittel|schwer|básico|intermedio|avanzado|débutant|confirmé|начальный|средний|продвинутый)(?:[- ]?level)?(?: questions?| fragen)?|level \d|questions?(?: (?:and|&) answers?)?|fragen|preguntas|questões|domande|вопросы|問題|问题)$/iu;

/** The words for a key point's context. */
export const CONTEXT =
  /(?:context|why|because|reason|contexto|contesto|contexte|kontext|warum|контекст|背景|上下文|文脈|コンテキスト|맥락|سياق)\s*[:：]\s*/iu;

/** Whether words begin with a word for a point's context, as in `Context: …`. */
export function namesContext(text: string): boolean {
  return new RegExp(`^${CONTEXT.source}`, 'iu').test(text);
}
