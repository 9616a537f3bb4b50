-- A message that is applied at once is written once, with its verdict and answer, as the last statement of the transaction
-- that applies it: what names it is written before it, so that its key is looked for at the commit.
alter table charge_line alter constraint charge_line_message_id_fkey deferrable initially deferred;
alter table visit_order alter constraint visit_order_message_id_fkey deferrable initially deferred;
alter table patient_merge alter constraint patient_merge_message_id_fkey deferrable initially deferred;
alter table visit_renumbering alter constraint visit_renumbering_message_id_fkey deferrable initially deferred;

-- ids come in larger blocks: all writers of an instance wait while one fetches the next
alter sequence row_id increment by 1000;
-- the next block lies wholly above what was given out, in a schema that is still empty too
select setval('row_id', last_value + 1000) from row_id;

-- a message may now be waiting from its first moment
create trigger raw_message_comes_to_wait after insert on raw_message for each row
    when (new.verdict = 'WAITING') execute function note_change_of_waiting();

-- files are kept for a time only; what became of their rows stays
alter table tabular_load add column file_gone_at timestamptz;

-- when what was known of an order was last told otherwise, null where it never was
alter table visit_order add column changed_at timestamp;
-- advice on a stay's orders
create index cds_answer_visit on cds_answer (visit_number) where visit_number is not null and cards <> '';
create index cds_feedback_visit on cds_feedback (visit_number) where visit_number is not null;
