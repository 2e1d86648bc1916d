-- The board counts all lines in one pass and then looks at those of the sites and units that it lists. The index that sorted
-- all cells and their worst lines was three quarters as large as the table, and every changed line had to be written there.
drop index duties.line_board;
create index line_place on duties.line (place_id);
