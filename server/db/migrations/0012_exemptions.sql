-- Exemptions (豁免): who is let off which duty over which thing, for which days. The reason stands with the event that gave it.

create table duties.exemption (
  id uuid primary key, -- of that event
  unit_id uuid not null references people.unit, -- whose regulation it is
  slug text not null,
  duty text not null,
  thing_id uuid not null,
  from_on date not null,
  to_on date not null, -- the first day after
  given_by uuid not null references people.person,
  given_at timestamptz not null,
  back_by uuid references people.person, -- who took it back
  back_at timestamptz,
  check (from_on < to_on),
  check ((back_at is null) = (back_by is null))
);
create index exemption_of on duties.exemption (unit_id, slug, duty, thing_id);

grant select, insert on duties.exemption to menhu;
grant update (back_by, back_at) on duties.exemption to menhu;
