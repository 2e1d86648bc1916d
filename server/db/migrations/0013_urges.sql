-- Urging (催办): who was urged about which line, by whom. What they are told stands here as it was said.

create table duties.urge (
  id uuid primary key, -- of its event
  adoption_id uuid not null,
  duty text not null,
  thing_id uuid not null,
  by_id uuid not null references people.person,
  at timestamptz not null,
  person_ids uuid[] not null,
  title text not null,
  says text not null,
  clause text not null, -- of the duty: slug#article
  cite text not null,
  verb text not null,
  link text not null -- a path of the console
);
create index urge_of on duties.urge (adoption_id, duty, thing_id, at);
create index urge_at on duties.urge (at);
grant select, insert on duties.urge to menhu;

alter table notices.notice drop constraint notice_stage_check;
alter table notices.notice add constraint notice_stage_check
  check (stage in ('alarm', 'urged', 'late', 'today', 'soon', 'warned', 'waits'));
