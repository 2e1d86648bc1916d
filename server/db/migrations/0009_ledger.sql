-- The ledger: what each event counts for, sums of it by day, and how every duty stands. Facts and closed periods are only
-- added to; sums and lines are a cache that `npm run ledger rebuild` makes again from the facts.

-- Beside an event that some duty may count: whose it was and where, as it was then. Written by the door with the event.
create table door.fact (
  seq bigint primary key, -- of its event
  at timestamptz not null,
  kind text not null,
  subject_id uuid not null,
  article_id uuid,
  column_id uuid,
  site_id uuid,
  home boolean, -- in the column that gives the article its address
  author_unit_id uuid,
  lead_unit_ids uuid[], -- of the column
  actor_unit_id uuid,
  facets jsonb,
  withdrawal text -- its type
);
create index fact_article on door.fact (article_id, seq) where article_id is not null;
create index fact_column on door.fact (column_id, seq) where column_id is not null;
create index fact_site on door.fact (site_id, seq) where site_id is not null;
create index fact_author on door.fact (author_unit_id, seq) where author_unit_id is not null;
-- What changes the world that duties are over: everything that doesn't happen to an article.
create index fact_world on door.fact (seq) where kind not like 'article.%';

-- An act on a whole article stands at its home.
create function door.fact_of(
  happened_at timestamptz, subject_kind text, subject uuid, article uuid, site uuid, by_person uuid, as_post text
) returns table (column_id uuid, site_id uuid, home boolean, author_unit_id uuid, lead_unit_ids uuid[], actor_unit_id uuid)
language sql stable as $$
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

-- What happened before this table was there: the leading units of a column are those of now, since nothing kept the old ones.
insert into door.fact (seq, at, kind, subject_id, article_id, facets, withdrawal,
                       column_id, site_id, home, author_unit_id, lead_unit_ids, actor_unit_id)
select e.seq, e.at, e.kind, e.subject_id, e.article_id, e.facets, e.after ->> 'type', f.*
  from door.event e,
       door.fact_of(e.at, e.subject_kind, e.subject_id, e.article_id, e.site_id, e.person, e.post) f
 where e.kind not in ('article.saved', 'article.edited');

create schema duties;

-- How far the ledger got: facts up to `seq`, time up to `until`, over the world as of the fact `world_seq`. Its row is the
-- lock of whoever writes the ledger.
create table duties.fold (
  only_one boolean primary key default true check (only_one),
  seq bigint not null,
  until timestamptz not null,
  world_seq bigint not null
);
insert into duties.fold (seq, until, world_seq) values (0, '-infinity', 0);

-- What is counted: events, facets, whose they are, how long they have to last. Duties that count the same share its sums.
create table duties.series (id int generated always as identity primary key, key text not null unique);

-- What counted for a subject on one day. `lost`: what stopped counting; it stands under the day on which it had counted, and
-- is known from `known_on`.
create table duties.sum (
  series_id int not null references duties.series,
  subject_id uuid not null,
  day date not null,
  known_on date not null,
  lost boolean not null,
  n int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (series_id, subject_id, day, known_on, lost)
);

-- A duty over a thing, in the period that runs. A duty that has none just now has a row with the status `none`, which says
-- when to look again.
create table duties.line (
  adoption_id uuid not null,
  duty text not null,
  subject text not null,
  subject_id uuid not null,
  part int not null, -- which of the duty's quotas or standing facts
  nth int not null, -- of the clocks that run for one thing
  place text not null check (place in ('site', 'unit')),
  place_id uuid not null, -- the row of the board
  status text not null,
  from_on date not null,
  to_on date not null,
  n int not null,
  asked int not null,
  over_at timestamptz,
  changes_at timestamptz,
  done_at timestamptz,
  is_sure boolean not null,
  horizon date not null,
  look_at timestamptz, -- a lower bound: before it nothing changes by time alone
  rank bigint not null, -- worst first: what is late, and of that what was due first
  primary key (adoption_id, duty, subject, subject_id, part, nth)
);
create index line_look on duties.line (look_at) where look_at is not null;
create index line_board on duties.line (adoption_id, duty, place, place_id, rank, subject_id, part, nth) where status <> 'none';

-- How a period ended, under the rules and by the working days of then. It rests on the facts up to `upto_seq`. What ended
-- before its year's working days were loaded is provisional, and gets a second row once they are.
create table duties.closed (
  seq bigint generated always as identity primary key,
  adoption_id uuid not null,
  duty text not null,
  subject text not null,
  subject_id uuid not null,
  part int not null,
  from_on date not null,
  to_on date not null,
  status text not null,
  n int not null,
  asked int not null,
  over_at timestamptz,
  done_at timestamptz,
  closed_at timestamptz not null, -- the instant at which it was judged
  upto_seq bigint not null,
  inputs_hash text not null
);
create index closed_subject on duties.closed (subject_id, duty, from_on);
create index closed_unsure on duties.closed (seq) where status = 'provisional';

create function duties.stays() returns trigger language plpgsql as $$
begin
  raise exception 'what is closed stays as it was judged';
end $$;
create trigger closed_stays before update or delete or truncate on duties.closed execute function duties.stays();

grant usage on schema duties to menhu;
grant select, insert on door.fact, duties.closed to menhu;
grant select, insert, update, delete on duties.series, duties.sum, duties.line to menhu;
grant select, update on duties.fold to menhu;
grant execute on function door.fact_of to menhu;
