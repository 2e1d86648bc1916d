-- A site that its owner runs on a machine of his own (CX-11, ZJ-17) is not built here.
create or replace view sites.public_site as
  select s.id, s.label, s.name, s.rank, s.about, s.position, u.name as owner_name
    from sites.site s join people.unit u on u.id = s.owner_unit_id
   where s.hosting = 'ours';
