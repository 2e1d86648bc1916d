-- What all migrations together make. Written by tools/dump-schema.ts; never edited by hand.

CREATE SCHEMA calendar;

CREATE SCHEMA content;

CREATE SCHEMA door;

CREATE SCHEMA duties;

CREATE SCHEMA files;

CREATE SCHEMA notices;

CREATE SCHEMA people;

CREATE SCHEMA regulations;

CREATE SCHEMA sites;

CREATE FUNCTION content.pass_drafts(leaver uuid, heir uuid) RETURNS integer
    LANGUAGE sql
    AS $$
  with passed as (
    update content.scratch s set person_id = heir
     where s.person_id = leaver and s.dropped_at is null
       and not exists (select from content.scratch o where o.person_id = heir and o.placement_id = s.placement_id)
    returning 1)
  select count(*)::int from passed
$$;

CREATE FUNCTION content.plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select regexp_replace(lower(normalize(words, NFKC) collate "C"),
    '[\u0001-\u0020\u007f-\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+', '', 'g')
$$;

CREATE FUNCTION content.title_key(title text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select regexp_replace(content.plain(title), '[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u00d7\u2010-\u205e\u2e00-\u2e7f\u3001-\u3004\u3006\u3008-\u303f]+', '', 'g')
$$;

CREATE FUNCTION content.words_in(html text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
  select replace(replace(replace(replace(regexp_replace(html, '<[^>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&')
$$;

CREATE FUNCTION door.fact_of(happened_at timestamp with time zone, subject_kind text, subject uuid, article uuid, site uuid, by_person uuid, as_post text) RETURNS TABLE(column_id uuid, site_id uuid, home boolean, author_unit_id uuid, lead_unit_ids uuid[], actor_unit_id uuid)
    LANGUAGE sql STABLE
    AS $$
  select p.column_id, coalesce(p.site_id, site), p.home, a.unit_id, c.lead_unit_ids,
         (select h.unit_id from people.holding h
           where h.person_id = by_person and h.post = as_post
             and h.from_at <= happened_at and (h.until_at is null or h.until_at > happened_at)
           order by h.from_at limit 1)
    from (select) one
    left join content.placement p on p.id = case subject_kind
      when 'article' then (select h.id from content.placement h where h.article_id = article and h.home)
      else subject end
    left join content.article a on a.id = article
    left join sites.column c on c.id = p.column_id
$$;

CREATE FUNCTION duties.stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'what is closed stays as it was judged';
end $$;

CREATE FUNCTION people.acting(at timestamp with time zone) RETURNS TABLE(person_id uuid, post text, unit_id uuid)
    LANGUAGE sql STABLE
    AS $$
  select h.person_id, h.post, h.unit_id from people.holding h
   where h.from_at <= at and (h.until_at is null or h.until_at > at)
  union
  select l.person_id, 'vice-leader', l.unit_id from people.leading l
   where l.from_at <= at and (l.until_at is null or l.until_at > at)
     and exists (select 1 from people.holding h where h.person_id = l.person_id and h.post = 'vice-leader'
                  and h.from_at <= at and (h.until_at is null or h.until_at > at))
$$;

CREATE FUNCTION people.away(at timestamp with time zone) RETURNS TABLE(person_id uuid, until_on date)
    LANGUAGE sql STABLE
    AS $$
  select a.person_id, a.until_on from people.absence a
   where a.from_at <= at and (at at time zone 'Asia/Shanghai')::date <= a.until_on and (a.back_at is null or a.back_at > at)
$$;

CREATE TABLE calendar.version (
    seq bigint NOT NULL,
    unit_id uuid,
    year integer NOT NULL,
    days jsonb NOT NULL,
    sha256 text NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    by_person uuid,
    CONSTRAINT version_year_check CHECK (((year >= 1949) AND (year <= 2199)))
);

CREATE VIEW calendar.loaded AS
 SELECT version.seq,
    version.unit_id,
    version.year,
    version.days,
    version.sha256,
    version.loaded_at,
    version.by_person
   FROM calendar.version;

ALTER TABLE calendar.version ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME calendar.version_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE content.article (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    author_id uuid NOT NULL,
    public_no text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    invalid_reason text,
    invalid_at timestamp with time zone,
    successor_id uuid,
    CONSTRAINT article_check CHECK (((invalid_reason IS NULL) = (invalid_at IS NULL))),
    CONSTRAINT article_check1 CHECK (((successor_id IS NULL) OR ((invalid_reason IS NOT NULL) AND (successor_id <> id)))),
    CONSTRAINT article_invalid_reason_check CHECK ((invalid_reason = ANY (ARRAY['repealed'::text, 'lapsed'::text, 'amended'::text])))
);

CREATE TABLE content.column_head (
    column_id uuid NOT NULL,
    last bigint NOT NULL
);

CREATE TABLE content.decision (
    run_id uuid NOT NULL,
    step integer NOT NULL,
    person_id uuid NOT NULL,
    post text NOT NULL,
    unit_id uuid NOT NULL,
    revision_id uuid NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    event_id uuid NOT NULL
);

CREATE TABLE content.placement (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    site_id uuid NOT NULL,
    column_id uuid NOT NULL,
    home boolean NOT NULL,
    state text NOT NULL,
    revision_id uuid,
    run_id uuid,
    version integer NOT NULL,
    number bigint,
    first_published_at timestamp with time zone,
    published_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawal text,
    discarded_at timestamp with time zone,
    served_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    expires_on date,
    expired_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    pinned_at timestamp with time zone,
    forced_run_id uuid,
    forced_by uuid,
    forced_at timestamp with time zone,
    CONSTRAINT placement_check CHECK (((state = 'published'::text) = (revision_id IS NOT NULL))),
    CONSTRAINT placement_check1 CHECK (((state = 'withdrawn'::text) = ((withdrawal IS NOT NULL) AND (withdrawn_at IS NOT NULL)))),
    CONSTRAINT placement_check2 CHECK (((state = 'expired'::text) = (expired_at IS NOT NULL))),
    CONSTRAINT placement_check3 CHECK (((pinned_at IS NULL) OR (state = 'published'::text))),
    CONSTRAINT placement_check4 CHECK ((((forced_run_id IS NULL) = (forced_by IS NULL)) AND ((forced_run_id IS NULL) = (forced_at IS NULL)))),
    CONSTRAINT placement_state_check CHECK ((state = ANY (ARRAY['none'::text, 'published'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT placement_withdrawal_check CHECK ((withdrawal = ANY (ARRAY['error'::text, 'superseded'::text, 'expired'::text, 'unlawful'::text])))
);

CREATE TABLE content.register (
    event_id uuid NOT NULL,
    site_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    revision_id uuid NOT NULL,
    hash text NOT NULL,
    title text NOT NULL,
    written_by uuid[] NOT NULL,
    approved_by uuid[] NOT NULL,
    published_by uuid NOT NULL,
    clause text NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE content.revision_file (
    revision_id uuid NOT NULL,
    file_id text NOT NULL,
    "position" integer NOT NULL
);

CREATE TABLE files.file (
    id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    published jsonb NOT NULL,
    scanned boolean NOT NULL,
    notes jsonb NOT NULL,
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT file_id_check CHECK ((id ~ '^[a-z2-7]{26}$'::text)),
    CONSTRAINT file_kind_check CHECK ((kind = ANY (ARRAY['picture'::text, 'document'::text, 'original'::text])))
);

CREATE VIEW content.once_public_file AS
 SELECT DISTINCT g.site_id,
    g.placement_id,
    p.article_id,
    f.id AS file_id,
    f.published
   FROM (((content.register g
     JOIN content.placement p ON ((p.id = g.placement_id)))
     JOIN content.revision_file rf ON ((rf.revision_id = g.revision_id)))
     JOIN files.file f ON ((f.id = rf.file_id)))
  WHERE (f.kind <> 'original'::text);

CREATE TABLE content.revision (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer NOT NULL,
    hash text NOT NULL,
    kind text NOT NULL,
    fields jsonb NOT NULL,
    html text NOT NULL,
    profile integer NOT NULL,
    facets jsonb NOT NULL,
    contributors uuid[] NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    original_id text,
    words text GENERATED ALWAYS AS (content.plain(content.words_in(html))) STORED NOT NULL,
    title_words text GENERATED ALWAYS AS (content.plain((fields ->> 'title'::text))) STORED NOT NULL,
    title_key text GENERATED ALWAYS AS (content.title_key((fields ->> 'title'::text))) STORED NOT NULL
);

CREATE TABLE people.unit (
    id uuid NOT NULL,
    parent_id uuid,
    name text NOT NULL,
    "position" integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);

CREATE VIEW content.public_article AS
 SELECT p.id AS placement_id,
    p.article_id,
    p.site_id,
    p.column_id,
    p.home,
    p.number,
    p.first_published_at,
    p.published_at,
    a.public_no,
    u.name AS unit_name,
    r.id AS revision_id,
    r.hash,
    r.kind,
    r.fields,
    r.html,
    r.facets,
    p.pinned_at,
    a.invalid_reason,
    a.invalid_at,
    a.successor_id
   FROM (((content.placement p
     JOIN content.article a ON ((a.id = p.article_id)))
     JOIN people.unit u ON ((u.id = a.unit_id)))
     JOIN content.revision r ON ((r.id = p.revision_id)))
  WHERE (p.state = 'published'::text);

CREATE VIEW content.public_file AS
 SELECT p.site_id,
    p.id AS placement_id,
    p.article_id,
    p.home,
    rf."position",
    f.id AS file_id,
    f.kind,
    f.name,
    f.type,
    f.published
   FROM ((content.placement p
     JOIN content.revision_file rf ON ((rf.revision_id = p.revision_id)))
     JOIN files.file f ON ((f.id = rf.file_id)))
  WHERE ((p.state = 'published'::text) AND (f.kind <> 'original'::text));

CREATE VIEW content.public_withdrawal AS
 SELECT p.id AS placement_id,
    p.article_id,
    p.site_id,
    p.column_id,
    p.home,
    p.number,
        CASE p.state
            WHEN 'expired'::text THEN 'ended'::text
            ELSE p.withdrawal
        END AS withdrawal,
    COALESCE(p.withdrawn_at, p.expired_at) AS withdrawn_at,
    a.public_no,
    u.name AS unit_name
   FROM ((content.placement p
     JOIN content.article a ON ((a.id = p.article_id)))
     JOIN people.unit u ON ((u.id = a.unit_id)))
  WHERE ((p.state = ANY (ARRAY['withdrawn'::text, 'expired'::text])) AND (p.first_published_at IS NOT NULL));

CREATE TABLE content.publication (
    site_id uuid NOT NULL,
    seq bigint NOT NULL,
    class smallint NOT NULL,
    op text NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    revision_id uuid,
    column_ids uuid[] NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT publication_class_check CHECK ((class = ANY (ARRAY[0, 1, 2])))
);

CREATE TABLE content.publication_head (
    site_id uuid NOT NULL,
    last bigint NOT NULL
);

CREATE TABLE content.publisher (
    site_id uuid NOT NULL,
    seq bigint NOT NULL,
    token bigint NOT NULL,
    until_at timestamp with time zone NOT NULL
);

CREATE TABLE content.run (
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    revision_id uuid NOT NULL,
    hash text NOT NULL,
    version_id uuid NOT NULL,
    flow text NOT NULL,
    clause text NOT NULL,
    chain jsonb NOT NULL,
    facets jsonb NOT NULL,
    step integer NOT NULL,
    state text NOT NULL,
    outcome text,
    submitted_by uuid NOT NULL,
    submitted_post text NOT NULL,
    submitted_unit_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    publish_at timestamp with time zone,
    scheduled_by uuid,
    scheduled_at timestamp with time zone,
    CONSTRAINT run_check CHECK (((state = 'ended'::text) = (outcome IS NOT NULL))),
    CONSTRAINT run_check1 CHECK ((((publish_at IS NULL) = (scheduled_by IS NULL)) AND ((publish_at IS NULL) = (scheduled_at IS NULL)))),
    CONSTRAINT run_outcome_check CHECK ((outcome = ANY (ARRAY['recalled'::text, 'returned'::text, 'discarded'::text, 'superseded'::text, 'withdrawn'::text, 'published'::text, 'forced'::text]))),
    CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['open'::text, 'complete'::text, 'ended'::text])))
);

CREATE TABLE content.run_post (
    run_id uuid NOT NULL,
    step integer NOT NULL,
    post text NOT NULL,
    unit_id uuid NOT NULL
);

CREATE TABLE content.scratch (
    person_id uuid NOT NULL,
    placement_id uuid NOT NULL,
    body jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    dropped_at timestamp with time zone
);

CREATE TABLE content.suggestion (
    run_id uuid NOT NULL,
    revision_id uuid NOT NULL,
    fields jsonb NOT NULL,
    html text NOT NULL,
    profile integer NOT NULL,
    hash text NOT NULL,
    file_ids text[] NOT NULL,
    person_id uuid NOT NULL,
    event_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE content.writing (
    placement_id uuid NOT NULL,
    window_id uuid NOT NULL,
    person_id uuid NOT NULL,
    since_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

CREATE TABLE door.answer (
    person uuid NOT NULL,
    key uuid NOT NULL,
    body_hash text NOT NULL,
    status integer NOT NULL,
    body jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE door.event (
    seq bigint NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    article_id uuid,
    site_id uuid,
    unit_id uuid,
    person uuid NOT NULL,
    post text,
    on_behalf_of uuid,
    verb text NOT NULL,
    facets jsonb,
    version_id uuid,
    clause text,
    run_id uuid,
    step integer,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    words text,
    address text NOT NULL,
    key uuid,
    bytes bytea NOT NULL,
    leaf bytea NOT NULL
);

CREATE TABLE door.fact (
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    article_id uuid,
    column_id uuid,
    site_id uuid,
    home boolean,
    author_unit_id uuid,
    lead_unit_ids uuid[],
    actor_unit_id uuid,
    facets jsonb,
    withdrawal text
);

CREATE TABLE door.head (
    only_one boolean DEFAULT true NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT head_only_one_check CHECK (only_one)
);

CREATE TABLE door.installation (
    only_one boolean DEFAULT true NOT NULL,
    id uuid NOT NULL,
    demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT installation_only_one_check CHECK (only_one)
);

CREATE TABLE door.job (
    id uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    payload jsonb NOT NULL,
    run_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    locked_until timestamp with time zone,
    state text NOT NULL,
    error text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'parked'::text])))
);

CREATE TABLE door.opinion (
    event_id uuid NOT NULL,
    words text NOT NULL,
    hash text NOT NULL
);

CREATE TABLE door.periodic (
    name text NOT NULL,
    title text NOT NULL,
    every_ms bigint NOT NULL,
    done_at timestamp with time zone,
    failed_at timestamp with time zone,
    error text
);

CREATE TABLE door.refusal (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    times integer NOT NULL,
    person uuid,
    login text,
    subject_kind text NOT NULL,
    subject_id uuid,
    verb text NOT NULL,
    code text NOT NULL,
    clause text,
    address text NOT NULL
);

CREATE TABLE duties.closed (
    seq bigint NOT NULL,
    adoption_id uuid NOT NULL,
    duty text NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    part integer NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    status text NOT NULL,
    n integer NOT NULL,
    asked integer NOT NULL,
    over_at timestamp with time zone,
    done_at timestamp with time zone,
    closed_at timestamp with time zone NOT NULL,
    upto_seq bigint NOT NULL,
    inputs_hash text NOT NULL
);

ALTER TABLE duties.closed ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME duties.closed_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE duties.exemption (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    slug text NOT NULL,
    duty text NOT NULL,
    thing_id uuid NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    back_by uuid,
    back_at timestamp with time zone,
    CONSTRAINT exemption_check CHECK ((from_on < to_on)),
    CONSTRAINT exemption_check1 CHECK (((back_at IS NULL) = (back_by IS NULL)))
);

CREATE TABLE duties.fold (
    only_one boolean DEFAULT true NOT NULL,
    seq bigint NOT NULL,
    until timestamp with time zone NOT NULL,
    world_seq bigint NOT NULL,
    CONSTRAINT fold_only_one_check CHECK (only_one)
);

CREATE TABLE duties.line (
    adoption_id uuid NOT NULL,
    duty text NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    part integer NOT NULL,
    nth integer NOT NULL,
    place_id uuid NOT NULL,
    status text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    n integer NOT NULL,
    asked integer NOT NULL,
    over_at timestamp with time zone,
    changes_at timestamp with time zone,
    done_at timestamp with time zone,
    is_sure boolean NOT NULL,
    horizon date NOT NULL,
    look_at timestamp with time zone,
    rank bigint NOT NULL
);

CREATE TABLE duties.loss (
    series_id integer NOT NULL,
    subject_id uuid NOT NULL,
    day date NOT NULL,
    known_on date NOT NULL,
    n integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL
);

CREATE TABLE duties.series (
    id integer NOT NULL,
    key text NOT NULL
);

ALTER TABLE duties.series ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME duties.series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE duties.sum (
    series_id integer NOT NULL,
    subject_id uuid NOT NULL,
    day date NOT NULL,
    n integer NOT NULL,
    first_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL
);

CREATE TABLE duties.urge (
    id uuid NOT NULL,
    adoption_id uuid NOT NULL,
    duty text NOT NULL,
    thing_id uuid NOT NULL,
    by_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    person_ids uuid[] NOT NULL,
    title text NOT NULL,
    says text NOT NULL,
    clause text NOT NULL,
    cite text NOT NULL,
    verb text NOT NULL,
    link text NOT NULL
);

CREATE TABLE files.upload (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    purpose text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    state text NOT NULL,
    waiting text,
    refused jsonb,
    file_id text,
    word jsonb,
    created_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    CONSTRAINT upload_purpose_check CHECK ((purpose = ANY (ARRAY['picture'::text, 'attachment'::text, 'word'::text]))),
    CONSTRAINT upload_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'checking'::text, 'taken'::text, 'refused'::text])))
);

CREATE TABLE notices.digest (
    person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    made_at timestamp with time zone NOT NULL,
    items integer NOT NULL
);

CREATE TABLE notices.mail (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    error text,
    CONSTRAINT mail_check CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);

CREATE TABLE notices.notice (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    key text NOT NULL,
    stage text NOT NULL,
    title text NOT NULL,
    outside text NOT NULL,
    says text NOT NULL,
    clause text,
    cite text,
    verb text NOT NULL,
    link text NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail_id uuid,
    CONSTRAINT notice_check CHECK (((clause IS NULL) = (cite IS NULL))),
    CONSTRAINT notice_stage_check CHECK ((stage = ANY (ARRAY['alarm'::text, 'urged'::text, 'late'::text, 'today'::text, 'soon'::text, 'warned'::text, 'waits'::text])))
);

CREATE TABLE notices.setting (
    person_id uuid NOT NULL,
    address text,
    by_mail boolean NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT setting_check CHECK (((address IS NOT NULL) OR (NOT by_mail)))
);

CREATE TABLE people.absence (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_on date NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_on date NOT NULL,
    given_by uuid NOT NULL,
    given_at timestamp with time zone NOT NULL,
    back_at timestamp with time zone,
    CONSTRAINT absence_check CHECK ((from_on <= until_on))
);

CREATE TABLE people.access_key (
    id uuid NOT NULL,
    system_id uuid NOT NULL,
    prefix text NOT NULL,
    token_hash bytea NOT NULL,
    verbs text[] NOT NULL,
    site_ids uuid[],
    column_ids uuid[],
    addresses text[],
    per_minute integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    used_at timestamp with time zone,
    CONSTRAINT access_key_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 6000)))
);

CREATE TABLE people.holding (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    post text NOT NULL,
    unit_id uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    CONSTRAINT holding_check CHECK (((until_at IS NULL) OR (until_at >= from_at)))
);

CREATE VIEW people.key_limits AS
 SELECT access_key.id AS person_id,
    access_key.verbs,
    access_key.site_ids,
    access_key.column_ids
   FROM people.access_key;

CREATE TABLE people."leading" (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone
);

CREATE TABLE people.login (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    password_hash text NOT NULL,
    disabled_at timestamp with time zone,
    password_changed_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE people.outside_system (
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    answerable_id uuid NOT NULL,
    name text NOT NULL,
    contact text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE people.pace (
    key text NOT NULL,
    failures integer NOT NULL,
    next_at timestamp with time zone NOT NULL
);

CREATE TABLE people.person (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE people.session (
    token_hash bytea NOT NULL,
    login_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    address text NOT NULL
);

CREATE TABLE regulations.adoption (
    id uuid NOT NULL,
    version_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date,
    binding jsonb NOT NULL,
    by_person uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE regulations.version (
    id uuid NOT NULL,
    slug text NOT NULL,
    number integer NOT NULL,
    sha256 text NOT NULL,
    source text NOT NULL,
    compiled jsonb NOT NULL,
    reader_version integer NOT NULL,
    stored_at timestamp with time zone NOT NULL
);

CREATE TABLE sites."column" (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    nature text NOT NULL,
    class text,
    lead_unit_ids uuid[] NOT NULL,
    joint_unit_ids uuid[] NOT NULL,
    clause text NOT NULL,
    on_home integer,
    "position" integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT column_key_check CHECK ((key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
    CONSTRAINT column_nature_check CHECK ((nature = ANY (ARRAY['dynamic'::text, 'static'::text, 'data'::text, 'letters'::text, 'link'::text])))
);

CREATE VIEW sites.public_column AS
 SELECT c.id,
    c.site_id,
    c.key,
    c.name,
    c.description,
    c.nature,
    c.on_home,
    c."position",
    ( SELECT string_agg(u.name, '、'::text ORDER BY u."position") AS string_agg
           FROM people.unit u
          WHERE (u.id = ANY (c.lead_unit_ids))) AS lead_names
   FROM sites."column" c;

CREATE TABLE sites.site (
    id uuid NOT NULL,
    label text NOT NULL,
    name text NOT NULL,
    rank text NOT NULL,
    hosting text NOT NULL,
    owner_unit_id uuid NOT NULL,
    administrator_unit_ids uuid[] NOT NULL,
    about jsonb NOT NULL,
    "position" integer NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT site_hosting_check CHECK ((hosting = ANY (ARRAY['ours'::text, 'self-run'::text]))),
    CONSTRAINT site_label_check CHECK ((label ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
    CONSTRAINT site_rank_check CHECK ((rank = ANY (ARRAY['main'::text, 'sub'::text])))
);

CREATE VIEW sites.public_site AS
 SELECT s.id,
    s.label,
    s.name,
    s.rank,
    s.about,
    s."position",
    u.name AS owner_name
   FROM (sites.site s
     JOIN people.unit u ON ((u.id = s.owner_unit_id)))
  WHERE (s.hosting = 'ours'::text);

ALTER TABLE ONLY calendar.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_public_no_key UNIQUE (public_no);

ALTER TABLE ONLY content.column_head
    ADD CONSTRAINT column_head_pkey PRIMARY KEY (column_id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (run_id, step, person_id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_article_id_column_id_key UNIQUE (article_id, column_id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY content.publication_head
    ADD CONSTRAINT publication_head_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY content.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (site_id, seq);

ALTER TABLE ONLY content.publisher
    ADD CONSTRAINT publisher_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY content.register
    ADD CONSTRAINT register_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY content.revision
    ADD CONSTRAINT revision_article_id_number_key UNIQUE (article_id, number);

ALTER TABLE ONLY content.revision_file
    ADD CONSTRAINT revision_file_pkey PRIMARY KEY (revision_id, file_id);

ALTER TABLE ONLY content.revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY content.run_post
    ADD CONSTRAINT run_post_pkey PRIMARY KEY (run_id, step, post, unit_id);

ALTER TABLE ONLY content.scratch
    ADD CONSTRAINT scratch_pkey PRIMARY KEY (person_id, placement_id);

ALTER TABLE ONLY content.suggestion
    ADD CONSTRAINT suggestion_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY content.suggestion
    ADD CONSTRAINT suggestion_pkey PRIMARY KEY (run_id);

ALTER TABLE ONLY content.writing
    ADD CONSTRAINT writing_pkey PRIMARY KEY (placement_id, window_id);

ALTER TABLE ONLY door.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (person, key);

ALTER TABLE ONLY door.event
    ADD CONSTRAINT event_id_key UNIQUE (id);

ALTER TABLE ONLY door.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY door.fact
    ADD CONSTRAINT fact_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY door.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY door.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY door.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY door.opinion
    ADD CONSTRAINT opinion_pkey PRIMARY KEY (event_id);

ALTER TABLE ONLY door.periodic
    ADD CONSTRAINT periodic_pkey PRIMARY KEY (name);

ALTER TABLE ONLY door.refusal
    ADD CONSTRAINT refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY duties.closed
    ADD CONSTRAINT closed_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY duties.exemption
    ADD CONSTRAINT exemption_pkey PRIMARY KEY (id);

ALTER TABLE ONLY duties.fold
    ADD CONSTRAINT fold_pkey PRIMARY KEY (only_one);

ALTER TABLE ONLY duties.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (subject_id, adoption_id, duty, subject, part, nth);

ALTER TABLE ONLY duties.loss
    ADD CONSTRAINT loss_pkey PRIMARY KEY (series_id, subject_id, day, known_on);

ALTER TABLE ONLY duties.series
    ADD CONSTRAINT series_key_key UNIQUE (key);

ALTER TABLE ONLY duties.series
    ADD CONSTRAINT series_pkey PRIMARY KEY (id);

ALTER TABLE ONLY duties.sum
    ADD CONSTRAINT sum_pkey PRIMARY KEY (series_id, subject_id, day);

ALTER TABLE ONLY duties.urge
    ADD CONSTRAINT urge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY files.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY files.upload
    ADD CONSTRAINT upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices.digest
    ADD CONSTRAINT digest_pkey PRIMARY KEY (person_id, at);

ALTER TABLE ONLY notices.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices.notice
    ADD CONSTRAINT notice_person_id_key_key UNIQUE (person_id, key);

ALTER TABLE ONLY notices.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notices.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY people.absence
    ADD CONSTRAINT absence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.access_key
    ADD CONSTRAINT access_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.access_key
    ADD CONSTRAINT access_key_prefix_key UNIQUE (prefix);

ALTER TABLE ONLY people.access_key
    ADD CONSTRAINT access_key_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY people.holding
    ADD CONSTRAINT holding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people."leading"
    ADD CONSTRAINT leading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.login
    ADD CONSTRAINT login_name_key UNIQUE (name);

ALTER TABLE ONLY people.login
    ADD CONSTRAINT login_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.outside_system
    ADD CONSTRAINT outside_system_name_key UNIQUE (name);

ALTER TABLE ONLY people.outside_system
    ADD CONSTRAINT outside_system_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.pace
    ADD CONSTRAINT pace_pkey PRIMARY KEY (key);

ALTER TABLE ONLY people.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY people.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY people.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY regulations.adoption
    ADD CONSTRAINT adoption_pkey PRIMARY KEY (id);

ALTER TABLE ONLY regulations.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY regulations.version
    ADD CONSTRAINT version_slug_number_sha256_key UNIQUE (slug, number, sha256);

ALTER TABLE ONLY sites."column"
    ADD CONSTRAINT column_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sites."column"
    ADD CONSTRAINT column_site_id_key_key UNIQUE (site_id, key);

ALTER TABLE ONLY sites.site
    ADD CONSTRAINT site_label_key UNIQUE (label);

ALTER TABLE ONLY sites.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

CREATE INDEX version_year ON calendar.version USING btree (unit_id, year, seq);

CREATE INDEX article_successor ON content.article USING btree (successor_id) WHERE (successor_id IS NOT NULL);

CREATE INDEX placement_discarded ON content.placement USING btree (discarded_at) WHERE (discarded_at IS NOT NULL);

CREATE INDEX placement_expires ON content.placement USING btree (expires_on) WHERE ((state = 'published'::text) AND (expires_on IS NOT NULL));

CREATE INDEX placement_forced ON content.placement USING btree (site_id) WHERE (forced_run_id IS NOT NULL);

CREATE UNIQUE INDEX placement_home ON content.placement USING btree (article_id) WHERE home;

CREATE UNIQUE INDEX placement_number ON content.placement USING btree (column_id, number);

CREATE INDEX placement_pinned ON content.placement USING btree (column_id) WHERE (pinned_at IS NOT NULL);

CREATE INDEX placement_revision ON content.placement USING btree (revision_id);

CREATE INDEX placement_site ON content.placement USING btree (site_id, state);

CREATE INDEX register_placement ON content.register USING btree (placement_id, at);

CREATE INDEX register_revision ON content.register USING btree (revision_id);

CREATE INDEX revision_file_file ON content.revision_file USING btree (file_id);

CREATE INDEX revision_title ON content.revision USING btree (title_key);

CREATE UNIQUE INDEX run_one_alive ON content.run USING btree (placement_id) WHERE (state <> 'ended'::text);

CREATE INDEX run_placement ON content.run USING btree (placement_id, opened_at);

CREATE INDEX run_post_holder ON content.run_post USING btree (unit_id, post);

CREATE INDEX run_scheduled ON content.run USING btree (publish_at) WHERE ((state = 'complete'::text) AND (publish_at IS NOT NULL));

CREATE INDEX suggestion_files ON content.suggestion USING gin (file_ids);

CREATE INDEX answer_at ON door.answer USING btree (at);

CREATE INDEX event_article ON door.event USING btree (article_id, seq);

CREATE INDEX event_subject ON door.event USING btree (subject_id, seq);

CREATE INDEX fact_article ON door.fact USING btree (article_id, seq) WHERE (article_id IS NOT NULL);

CREATE INDEX fact_author ON door.fact USING btree (author_unit_id, seq) WHERE (author_unit_id IS NOT NULL);

CREATE INDEX fact_column ON door.fact USING btree (column_id, seq) WHERE (column_id IS NOT NULL);

CREATE INDEX fact_site ON door.fact USING btree (site_id, seq) WHERE (site_id IS NOT NULL);

CREATE INDEX fact_world ON door.fact USING btree (seq) WHERE (kind !~~ 'article.%'::text);

CREATE INDEX job_due ON door.job USING btree (run_at) WHERE (state <> 'parked'::text);

CREATE UNIQUE INDEX job_waiting ON door.job USING btree (key) WHERE (state = 'waiting'::text);

CREATE INDEX refusal_recent ON door.refusal USING btree (at);

CREATE INDEX closed_late ON duties.closed USING btree (adoption_id, over_at) WHERE (status = 'breached'::text);

CREATE INDEX closed_subject ON duties.closed USING btree (subject_id, duty, from_on);

CREATE INDEX closed_unsure ON duties.closed USING btree (seq) WHERE (status = 'provisional'::text);

CREATE INDEX exemption_of ON duties.exemption USING btree (unit_id, slug, duty, thing_id);

CREATE INDEX line_look ON duties.line USING btree (look_at) WHERE (look_at IS NOT NULL);

CREATE INDEX line_place ON duties.line USING btree (place_id);

CREATE INDEX urge_at ON duties.urge USING btree (at);

CREATE INDEX urge_of ON duties.urge USING btree (adoption_id, duty, thing_id, at);

CREATE INDEX upload_touched ON files.upload USING btree (touched_at);

CREATE INDEX mail_waiting ON notices.mail USING btree (next_at) WHERE (state = 'waiting'::text);

CREATE INDEX notice_mail ON notices.notice USING btree (mail_id);

CREATE INDEX notice_person ON notices.notice USING btree (person_id, at);

CREATE INDEX absence_of ON people.absence USING btree (person_id);

CREATE INDEX access_key_system ON people.access_key USING btree (system_id);

CREATE INDEX holding_person ON people.holding USING btree (person_id);

CREATE INDEX holding_post ON people.holding USING btree (unit_id, post);

CREATE INDEX session_login ON people.session USING btree (login_id) WHERE (ended_at IS NULL);

CREATE INDEX adoption_unit ON regulations.adoption USING btree (unit_id);

CREATE TRIGGER closed_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON duties.closed FOR EACH STATEMENT EXECUTE FUNCTION duties.stays();

ALTER TABLE ONLY calendar.version
    ADD CONSTRAINT version_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id);

ALTER TABLE ONLY calendar.version
    ADD CONSTRAINT version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_author_id_fkey FOREIGN KEY (author_id) REFERENCES people.person(id);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES content.article(id);

ALTER TABLE ONLY content.article
    ADD CONSTRAINT article_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY content.column_head
    ADD CONSTRAINT column_head_column_id_fkey FOREIGN KEY (column_id) REFERENCES sites."column"(id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_run_id_fkey FOREIGN KEY (run_id) REFERENCES content.run(id);

ALTER TABLE ONLY content.decision
    ADD CONSTRAINT decision_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_article_id_fkey FOREIGN KEY (article_id) REFERENCES content.article(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_column_id_fkey FOREIGN KEY (column_id) REFERENCES sites."column"(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_forced_by_fkey FOREIGN KEY (forced_by) REFERENCES people.person(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_forced_run_id_fkey FOREIGN KEY (forced_run_id) REFERENCES content.run(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_run_id_fkey FOREIGN KEY (run_id) REFERENCES content.run(id);

ALTER TABLE ONLY content.placement
    ADD CONSTRAINT placement_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.publication_head
    ADD CONSTRAINT publication_head_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.publication
    ADD CONSTRAINT publication_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.publication
    ADD CONSTRAINT publication_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.publisher
    ADD CONSTRAINT publisher_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.register
    ADD CONSTRAINT register_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES content.placement(id);

ALTER TABLE ONLY content.register
    ADD CONSTRAINT register_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.person(id);

ALTER TABLE ONLY content.register
    ADD CONSTRAINT register_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.register
    ADD CONSTRAINT register_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY content.revision
    ADD CONSTRAINT revision_article_id_fkey FOREIGN KEY (article_id) REFERENCES content.article(id);

ALTER TABLE ONLY content.revision_file
    ADD CONSTRAINT revision_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id);

ALTER TABLE ONLY content.revision_file
    ADD CONSTRAINT revision_file_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.revision
    ADD CONSTRAINT revision_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.person(id);

ALTER TABLE ONLY content.revision
    ADD CONSTRAINT revision_original_id_fkey FOREIGN KEY (original_id) REFERENCES files.file(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_placement_id_fkey FOREIGN KEY (placement_id) REFERENCES content.placement(id);

ALTER TABLE ONLY content.run_post
    ADD CONSTRAINT run_post_run_id_fkey FOREIGN KEY (run_id) REFERENCES content.run(id);

ALTER TABLE ONLY content.run_post
    ADD CONSTRAINT run_post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_scheduled_by_fkey FOREIGN KEY (scheduled_by) REFERENCES people.person(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES people.person(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_submitted_unit_id_fkey FOREIGN KEY (submitted_unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY content.run
    ADD CONSTRAINT run_version_id_fkey FOREIGN KEY (version_id) REFERENCES regulations.version(id);

ALTER TABLE ONLY content.scratch
    ADD CONSTRAINT scratch_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY content.suggestion
    ADD CONSTRAINT suggestion_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY content.suggestion
    ADD CONSTRAINT suggestion_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES content.revision(id);

ALTER TABLE ONLY content.suggestion
    ADD CONSTRAINT suggestion_run_id_fkey FOREIGN KEY (run_id) REFERENCES content.run(id);

ALTER TABLE ONLY content.writing
    ADD CONSTRAINT writing_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY duties.exemption
    ADD CONSTRAINT exemption_back_by_fkey FOREIGN KEY (back_by) REFERENCES people.person(id);

ALTER TABLE ONLY duties.exemption
    ADD CONSTRAINT exemption_given_by_fkey FOREIGN KEY (given_by) REFERENCES people.person(id);

ALTER TABLE ONLY duties.exemption
    ADD CONSTRAINT exemption_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY duties.urge
    ADD CONSTRAINT urge_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.person(id);

ALTER TABLE ONLY files.file
    ADD CONSTRAINT file_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY files.upload
    ADD CONSTRAINT upload_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id);

ALTER TABLE ONLY files.upload
    ADD CONSTRAINT upload_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY notices.digest
    ADD CONSTRAINT digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY notices.mail
    ADD CONSTRAINT mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY notices.notice
    ADD CONSTRAINT notice_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES notices.mail(id);

ALTER TABLE ONLY notices.notice
    ADD CONSTRAINT notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY notices.setting
    ADD CONSTRAINT setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY people.absence
    ADD CONSTRAINT absence_given_by_fkey FOREIGN KEY (given_by) REFERENCES people.person(id);

ALTER TABLE ONLY people.absence
    ADD CONSTRAINT absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY people.access_key
    ADD CONSTRAINT access_key_id_fkey FOREIGN KEY (id) REFERENCES people.person(id);

ALTER TABLE ONLY people.access_key
    ADD CONSTRAINT access_key_system_id_fkey FOREIGN KEY (system_id) REFERENCES people.outside_system(id);

ALTER TABLE ONLY people.holding
    ADD CONSTRAINT holding_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY people.holding
    ADD CONSTRAINT holding_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY people."leading"
    ADD CONSTRAINT leading_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY people."leading"
    ADD CONSTRAINT leading_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY people.login
    ADD CONSTRAINT login_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id);

ALTER TABLE ONLY people.outside_system
    ADD CONSTRAINT outside_system_answerable_id_fkey FOREIGN KEY (answerable_id) REFERENCES people.person(id);

ALTER TABLE ONLY people.outside_system
    ADD CONSTRAINT outside_system_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY people.session
    ADD CONSTRAINT session_login_id_fkey FOREIGN KEY (login_id) REFERENCES people.login(id);

ALTER TABLE ONLY people.unit
    ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES people.unit(id);

ALTER TABLE ONLY regulations.adoption
    ADD CONSTRAINT adoption_by_person_fkey FOREIGN KEY (by_person) REFERENCES people.person(id);

ALTER TABLE ONLY regulations.adoption
    ADD CONSTRAINT adoption_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.unit(id);

ALTER TABLE ONLY regulations.adoption
    ADD CONSTRAINT adoption_version_id_fkey FOREIGN KEY (version_id) REFERENCES regulations.version(id);

ALTER TABLE ONLY sites."column"
    ADD CONSTRAINT column_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites.site(id);

ALTER TABLE ONLY sites.site
    ADD CONSTRAINT site_owner_unit_id_fkey FOREIGN KEY (owner_unit_id) REFERENCES people.unit(id);

GRANT USAGE ON SCHEMA calendar TO menhu;

GRANT USAGE ON SCHEMA content TO menhu;

GRANT USAGE ON SCHEMA door TO menhu;

GRANT USAGE ON SCHEMA duties TO menhu;

GRANT USAGE ON SCHEMA files TO menhu;

GRANT USAGE ON SCHEMA notices TO menhu;

GRANT USAGE ON SCHEMA people TO menhu;

GRANT USAGE ON SCHEMA public TO menhu;

GRANT USAGE ON SCHEMA regulations TO menhu;

GRANT USAGE ON SCHEMA sites TO menhu;

GRANT ALL ON FUNCTION content.pass_drafts(leaver uuid, heir uuid) TO menhu;

GRANT ALL ON FUNCTION content.plain(words text) TO menhu;

GRANT ALL ON FUNCTION content.title_key(title text) TO menhu;

GRANT ALL ON FUNCTION content.words_in(html text) TO menhu;

GRANT ALL ON FUNCTION door.fact_of(happened_at timestamp with time zone, subject_kind text, subject uuid, article uuid, site uuid, by_person uuid, as_post text) TO menhu;

GRANT ALL ON FUNCTION people.acting(at timestamp with time zone) TO menhu;

GRANT ALL ON FUNCTION people.away(at timestamp with time zone) TO menhu;

GRANT SELECT,INSERT ON TABLE calendar.version TO menhu;

GRANT SELECT ON TABLE calendar.loaded TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.article TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.column_head TO menhu;

GRANT SELECT,INSERT ON TABLE content.decision TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.placement TO menhu;

GRANT SELECT,INSERT ON TABLE content.register TO menhu;

GRANT SELECT,INSERT ON TABLE content.revision_file TO menhu;

GRANT SELECT,INSERT ON TABLE files.file TO menhu;

GRANT SELECT ON TABLE content.once_public_file TO menhu;

GRANT SELECT,INSERT ON TABLE content.revision TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people.unit TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.public_article TO menhu;

GRANT SELECT ON TABLE content.public_file TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.public_withdrawal TO menhu;

GRANT SELECT,INSERT ON TABLE content.publication TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.publication_head TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.publisher TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE content.run TO menhu;

GRANT SELECT,INSERT ON TABLE content.run_post TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE content.scratch TO menhu;

GRANT SELECT,INSERT ON TABLE content.suggestion TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE content.writing TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE door.answer TO menhu;

GRANT SELECT,INSERT ON TABLE door.event TO menhu;

GRANT SELECT,INSERT ON TABLE door.fact TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE door.head TO menhu;

GRANT SELECT,INSERT ON TABLE door.installation TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE door.job TO menhu;

GRANT SELECT,INSERT ON TABLE door.opinion TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE door.periodic TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE door.refusal TO menhu;

GRANT SELECT,INSERT ON TABLE duties.closed TO menhu;

GRANT SELECT,INSERT ON TABLE duties.exemption TO menhu;

GRANT UPDATE(back_by) ON TABLE duties.exemption TO menhu;

GRANT UPDATE(back_at) ON TABLE duties.exemption TO menhu;

GRANT SELECT,UPDATE ON TABLE duties.fold TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duties.line TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duties.loss TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duties.series TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE duties.sum TO menhu;

GRANT SELECT,INSERT ON TABLE duties.urge TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE files.upload TO menhu;

GRANT SELECT,INSERT ON TABLE notices.digest TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE notices.mail TO menhu;

GRANT SELECT,INSERT ON TABLE notices.notice TO menhu;

GRANT UPDATE(read_at) ON TABLE notices.notice TO menhu;

GRANT UPDATE(mail_id) ON TABLE notices.notice TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE notices.setting TO menhu;

GRANT SELECT,INSERT ON TABLE people.absence TO menhu;

GRANT UPDATE(until_on) ON TABLE people.absence TO menhu;

GRANT UPDATE(back_at) ON TABLE people.absence TO menhu;

GRANT SELECT,INSERT ON TABLE people.access_key TO menhu;

GRANT UPDATE(revoked_at) ON TABLE people.access_key TO menhu;

GRANT UPDATE(used_at) ON TABLE people.access_key TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people.holding TO menhu;

GRANT SELECT ON TABLE people.key_limits TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people."leading" TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people.login TO menhu;

GRANT SELECT,INSERT ON TABLE people.outside_system TO menhu;

GRANT UPDATE(contact) ON TABLE people.outside_system TO menhu;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE people.pace TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people.person TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE people.session TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE regulations.adoption TO menhu;

GRANT SELECT,INSERT ON TABLE regulations.version TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE sites."column" TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE sites.public_column TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE sites.site TO menhu;

GRANT SELECT,INSERT,UPDATE ON TABLE sites.public_site TO menhu;
