-- A line of a notice is known by its number there: two lines of one notice may be the same in all else.
alter table deduction add column line varchar(20) not null default '';
alter table deduction drop constraint deduction_notice_claim_id_item_rule_key;
create unique index deduction_line_of_notice on deduction (notice, line) where line <> '';
-- of a notice that numbers no lines the same line is entered once
create unique index deduction_unnumbered on deduction (notice, claim_id, item, rule) where line = '';
