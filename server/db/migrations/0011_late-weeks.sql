-- The reader of regulations tells in which weeks the lines of a duty ran out.
create index closed_late on duties.closed (adoption_id, over_at) where status = 'breached';
