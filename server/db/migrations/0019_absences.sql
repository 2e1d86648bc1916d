-- Who is away (外出), from an instant to the end of a local day. The reason stands with the event that registered it.

create table people.absence (
  id uuid primary key, -- of that event
  person_id uuid not null references people.person,
  from_on date not null,
  from_at timestamptz not null, -- that day's midnight, or when it was registered on the day itself
  until_on date not null, -- the last day
  given_by uuid not null references people.person,
  given_at timestamptz not null,
  back_at timestamptz, -- back before that day was over, or it never began
  check (from_on <= until_on)
);
create index absence_of on people.absence (person_id);

-- Who is away at an instant, with the last day of it: at most one row for each person, since two never overlap.
create function people.away(at timestamptz) returns table (person_id uuid, until_on date)
language sql stable as $$
  select a.person_id, a.until_on from people.absence a
   where a.from_at <= at and (at at time zone 'Asia/Shanghai')::date <= a.until_on and (a.back_at is null or a.back_at > at)
$$;

grant select, insert on people.absence to menhu;
grant update (until_on, back_at) on people.absence to menhu;
grant execute on function people.away to menhu;
