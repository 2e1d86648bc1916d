-- Drafts that were never sent are seen by their writer alone: whoever leaves hands them on. How many that were.
create function content.pass_drafts(leaver uuid, heir uuid) returns int
language sql as $$
  with passed as (
    update content.scratch s set person_id = heir
     where s.person_id = leaver and s.dropped_at is null
       and not exists (select from content.scratch o where o.person_id = heir and o.placement_id = s.placement_id)
    returning 1)
  select count(*)::int from passed
$$;
grant execute on function content.pass_drafts to menhu;
