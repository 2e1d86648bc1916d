/**
 * The examples of the reference page, as a shell runs them: a story from the first question to a page that is public, and
 * what goes wrong on the way. A test runs each against a real inside, in this order, and each must give what it says.
 */

/** Keys and ids that the reader puts in. */
export const variables: Readonly<Record<string, string>> = {
  MENHU: '管理台的地址，如 https://menhu.example.gov.cn',
  KEY: '写稿用的密钥',
  PUBLISHER: '发布用的密钥，岗位是办公室的信息发布人员',
  OTHER: '一个密钥没有开通的栏目的编号',
  SLOW: '每分钟只能用一次的密钥',
  REVOKED: '已经停用的密钥',
  EXPIRED: '已经到期的密钥',
};

export type Example = {
  /** The endpoint that it is of, by its operationId; absent for one that is closed to systems. */
  readonly of?: string;
  readonly title: string;
  /** Variables that get a new UUID first. */
  readonly fresh?: readonly string[];
  /** What people do in the console before it. */
  readonly before?: 'approved';
  readonly lines: string;
  readonly status: number;
  /** What stands in the answer, among other things. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Asked again until the answer is that one: checking a file takes a moment. */
  readonly waits?: true;
  /** Variables for what follows, each from its place in the answer. */
  readonly keeps?: Readonly<Record<string, string>>;
};

const as = (key: string): string => `-H "Authorization: Bearer $${key}"`;
const get = (path: string, key = 'KEY'): string => `curl "$MENHU${path}" \\\n  ${as(key)}`;
const post = (path: string, body: string, key = 'KEY'): string =>
  `curl -X POST "$MENHU${path}" \\\n  ${as(key)} \\\n  -H "Content-Type: application/json" \\\n  --data-binary @- <<END\n${body}\nEND`;
const part = (bytes: string, offset: number): string =>
  `${bytes} | curl -X PUT "$MENHU/api/uploads/$UPLOAD/parts/${offset}" \\\n  ${as('KEY')} \\\n  -H "Content-Type: application/octet-stream" \\\n  --data-binary @-`;

const article = (title: string, html: string): string => `{
    "kind": "notice", "title": "${title}",
    "source": "质量处", "author": "", "reprint": false, "link": "", "original": null,
    "html": "${html}",
    "facets": { "reach": "bureau", "weight": "general", "sensitive": "no" }
  }`;
const picture = `<p>各单位：现将抽查结果通报如下。</p><figure class='picture'><img src='$PICTURE' alt='抽查现场'></figure>`;
const handIn = (version: number, key: string, title: string, html: string, column = '$COLUMN'): string => `{
  "version": ${version}, "key": "$${key}", "columnId": "${column}",
  "body": ${article(title, html)}
}`;

const asking: readonly Example[] = [
  {
    of: 'peopleMe',
    title: '这把密钥是谁',
    lines: get('/api/me'),
    status: 200,
    answer: { name: '业务系统“质检直报”', writes: true },
  },
  {
    of: 'contentCompose',
    title: '能往哪些栏目写',
    lines: get('/api/compose'),
    status: 200,
    keeps: { COLUMN: 'sites.0.columns.0.id' },
  },
  {
    of: 'contentPreview',
    title: '这样的稿件走哪条审批链',
    lines: get('/api/chain?columns=$COLUMN&kind=notice&reach=bureau&weight=general&sensitive=no'),
    status: 200,
  },
];

const uploading: readonly Example[] = [
  {
    of: 'filesBegin',
    title: '开始传一张图片',
    fresh: ['UPLOAD'],
    lines: post(
      '/api/uploads',
      '{ "id": "$UPLOAD", "purpose": "picture", "name": "photo.jpg", "size": $(wc -c < photo.jpg) }',
    ),
    status: 200,
    answer: { state: 'receiving', received: 0 },
  },
  {
    of: 'filesPart',
    title: '第一段，10000 字节',
    lines: part('head -c 10000 photo.jpg', 0),
    status: 200,
    answer: { state: 'receiving', received: 10_000 },
  },
  {
    of: 'filesPart',
    title: '余下的一段，从第 10000 字节开始',
    lines: part('tail -c +10001 photo.jpg', 10_000),
    status: 200,
    answer: { state: 'checking' },
  },
  {
    of: 'filesUpload',
    title: '问到检查完，记下图片的地址',
    lines: get('/api/uploads/$UPLOAD'),
    status: 200,
    waits: true,
    answer: { state: 'taken' },
    keeps: { PICTURE: 'file.address' },
  },
  { of: 'contentFile', title: '取回图片', lines: `${get('$PICTURE')} -o seen.jpg`, status: 200 },
];

const writing: readonly Example[] = [
  {
    of: 'contentClean',
    title: '正文清洗以后是什么样',
    lines: post('/api/clean', `{ "html": "<p onclick='x'>各单位：</p>" }`),
    status: 200,
    answer: { html: '<p>各单位：</p>', characters: 4 },
  },
  {
    of: 'contentSave',
    title: '先存一稿',
    fresh: ['DRAFT', 'K1'],
    lines: post('/api/placements/$DRAFT/save', handIn(0, 'K1', '抽查结果（草稿）', '<p>待补。</p>')),
    status: 200,
    answer: { stateName: '草稿', version: 1 },
  },
  {
    of: 'contentDiscard',
    title: '这一稿不要了',
    fresh: ['K2'],
    lines: post('/api/placements/$DRAFT/discard', '{ "version": 1, "key": "$K2" }'),
    status: 200,
    answer: { stateName: '已放弃' },
  },
  {
    of: 'contentSubmit',
    title: '带着图片送审',
    fresh: ['ID', 'K3'],
    lines: post('/api/placements/$ID/submit', handIn(0, 'K3', '关于抽查结果的通报', picture)),
    status: 200,
    answer: { stateName: '送审中', version: 1 },
  },
  {
    of: 'contentSubmit',
    title: '没收到回答，原样再送：只办一次，回答相同',
    lines: post('/api/placements/$ID/submit', handIn(0, 'K3', '关于抽查结果的通报', picture)),
    status: 200,
    answer: { stateName: '送审中', version: 1 },
  },
  {
    of: 'contentRecall',
    title: '发现写错了，收回',
    fresh: ['K4'],
    lines: post('/api/placements/$ID/recall', '{ "version": 1, "key": "$K4", "words": "数字有误" }'),
    status: 200,
    answer: { stateName: '已收回', version: 2 },
  },
  {
    of: 'contentSubmit',
    title: '改好再送：新的请求编号，最近看到的版本',
    fresh: ['K5'],
    lines: post('/api/placements/$ID/submit', handIn(2, 'K5', '关于抽查结果的通报', picture)),
    status: 200,
    answer: { stateName: '送审中', version: 3 },
  },
  { of: 'contentMine', title: '送审中的稿件', lines: get('/api/mine?tab=review'), status: 200, answer: { page: 1 } },
];

const publishing: readonly Example[] = [
  {
    of: 'contentPlacement',
    title: '人在管理台审批完以后，看到哪一步了',
    before: 'approved',
    lines: get('/api/placements/$ID'),
    status: 200,
    answer: { stateName: '已批准，待发布' },
    keeps: { VERSION: 'version', HASH: 'shown.hash' },
  },
  {
    title: '想自己审批：签字必须是人',
    fresh: ['E0'],
    lines: post('/api/placements/$ID/approve', '{ "version": $VERSION, "key": "$E0", "step": 1, "hash": "$HASH" }'),
    status: 409,
    answer: { code: 'no_signature' },
  },
  {
    of: 'contentPublish',
    title: '岗位不对：写稿的密钥不能发布这样的公告',
    fresh: ['E1'],
    lines: post('/api/placements/$ID/publish', '{ "version": $VERSION, "key": "$E1", "hash": "$HASH" }'),
    status: 409,
    answer: { code: 'not_your_role' },
  },
  { of: 'contentQueue', title: '等着发布的稿件', lines: get('/api/queue', 'PUBLISHER'), status: 200 },
  {
    of: 'contentPublish',
    title: '发布批准了的那一稿',
    fresh: ['K6'],
    lines: post('/api/placements/$ID/publish', '{ "version": $VERSION, "key": "$K6", "hash": "$HASH" }', 'PUBLISHER'),
    status: 200,
    answer: { state: 'published', stateName: '已发布' },
    keeps: { VERSION: 'version' },
  },
  {
    of: 'contentWithdraw',
    title: '发布以后发现有误，撤下',
    fresh: ['K7'],
    lines: post(
      '/api/placements/$ID/withdraw',
      '{ "version": $VERSION, "key": "$K7", "type": "error", "words": "第二段数字有误" }',
      'PUBLISHER',
    ),
    status: 200,
    answer: { state: 'withdrawn' },
  },
];

const refused: readonly Example[] = [
  {
    of: 'contentSubmit',
    title: '栏目不对：密钥没有开通',
    fresh: ['NEW', 'E2'],
    lines: post('/api/placements/$NEW/submit', handIn(0, 'E2', '通报', '<p>正文。</p>', '$OTHER')),
    status: 409,
    answer: { code: 'key_column' },
  },
  {
    of: 'contentRecall',
    title: '版本不对：这件稿件已经有人办过',
    fresh: ['E3'],
    lines: post('/api/placements/$ID/recall', '{ "version": 1, "key": "$E3" }'),
    status: 409,
    answer: { code: 'stale' },
  },
  {
    of: 'contentSubmit',
    title: '没填对：每一项为什么',
    fresh: ['E4'],
    lines: post('/api/placements/$NEW/submit', handIn(0, 'E4', '', '<p>正文。</p>')),
    status: 422,
    answer: { code: 'bad_shape', fields: { 'body.title': '标题没有填' } },
  },
  {
    of: 'contentPlacement',
    title: '别的岗位的稿件看不到',
    fresh: ['ABSENT'],
    lines: get('/api/placements/$ABSENT'),
    status: 404,
    answer: { code: 'absent' },
  },
  { of: 'peopleMe', title: '第一次可以', lines: get('/api/me', 'SLOW'), status: 200 },
  {
    of: 'peopleMe',
    title: '一分钟内第二次：等 Retry-After 说的秒数',
    lines: get('/api/me', 'SLOW'),
    status: 429,
    answer: { code: 'key_rate' },
  },
  {
    of: 'peopleMe',
    title: '密钥停用了',
    lines: get('/api/me', 'REVOKED'),
    status: 401,
    answer: { code: 'key_revoked' },
  },
  {
    of: 'peopleMe',
    title: '密钥到期了',
    lines: get('/api/me', 'EXPIRED'),
    status: 401,
    answer: { code: 'key_expired' },
  },
];

export const examples: readonly Example[] = [...asking, ...uploading, ...writing, ...publishing, ...refused];
