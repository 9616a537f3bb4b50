-- Stays that an item without a national code keeps from being claimed, and those lines: looked for when a code comes.
create index visit_unmapped on visit (id) where unmapped <> 0;
create index charge_line_unmapped on charge_line (visit_id, item_code) where national_code is null and reverses_id is null;
