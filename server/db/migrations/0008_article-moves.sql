-- Moves of what is approved or public beside publishing and withdrawing: timed publication, expiry on a day, 确认仍有效,
-- marking as invalid, forced publication with its flag, pinning.

-- An approved run that waits for its instant, and who set it. It stays in the row when the run ends.
alter table content.run
  add column publish_at timestamptz,
  add column scheduled_by uuid references people.person,
  add column scheduled_at timestamptz,
  add check ((publish_at is null) = (scheduled_by is null) and (publish_at is null) = (scheduled_at is null)),
  drop constraint run_outcome_check,
  add constraint run_outcome_check check
    (outcome in ('recalled', 'returned', 'discarded', 'superseded', 'withdrawn', 'published', 'forced'));
create index run_scheduled on content.run (publish_at) where state = 'complete' and publish_at is not null;

alter table content.placement
  add column expires_on date, -- the last local day on which it is public
  add column expired_at timestamptz,
  add column confirmed_at timestamptz, -- last 确认仍有效; the date of publication stays as it is
  add column pinned_at timestamptz, -- the one pinned last stands first
  add column forced_run_id uuid references content.run, -- flagged until a third person has looked
  add column forced_by uuid references people.person,
  add column forced_at timestamptz,
  add check ((state = 'expired') = (expired_at is not null)),
  add check (pinned_at is null or state = 'published'),
  add check ((forced_run_id is null) = (forced_by is null) and (forced_run_id is null) = (forced_at is null));
create index placement_expires on content.placement (expires_on) where state = 'published' and expires_on is not null;
create index placement_pinned on content.placement (column_id) where pinned_at is not null;
create index placement_forced on content.placement (site_id) where forced_run_id is not null;

-- 失效文件注销: the text stays readable and says so, at every place where it stands.
alter table content.article
  add column invalid_reason text check (invalid_reason in ('repealed', 'lapsed', 'amended')),
  add column invalid_at timestamptz,
  add column successor_id uuid references content.article, -- what holds instead
  add check ((invalid_reason is null) = (invalid_at is null)),
  add check (successor_id is null or (invalid_reason is not null and successor_id <> id));
create index article_successor on content.article (successor_id) where successor_id is not null;

create or replace view content.public_article as
  select p.id as placement_id, p.article_id, p.site_id, p.column_id, p.home, p.number, p.first_published_at, p.published_at,
         a.public_no, u.name as unit_name, r.id as revision_id, r.hash, r.kind, r.fields, r.html, r.facets,
         p.pinned_at, a.invalid_reason, a.invalid_at, a.successor_id
    from content.placement p
    join content.article a on a.id = p.article_id
    join people.unit u on u.id = a.unit_id
    join content.revision r on r.id = p.revision_id
   where p.state = 'published';
-- What is no longer public: withdrawn by somebody, or ended with its day (`ended` is no type of withdrawal).
create or replace view content.public_withdrawal as
  select p.id as placement_id, p.article_id, p.site_id, p.column_id, p.home, p.number,
         case p.state when 'expired' then 'ended' else p.withdrawal end as withdrawal,
         coalesce(p.withdrawn_at, p.expired_at) as withdrawn_at, a.public_no, u.name as unit_name
    from content.placement p
    join content.article a on a.id = p.article_id
    join people.unit u on u.id = a.unit_id
   where p.state in ('withdrawn', 'expired') and p.first_published_at is not null;
