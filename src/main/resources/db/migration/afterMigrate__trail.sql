-- Each table, those of later migrations too, gets the trail's trigger, but for those that machines fill by the thousand
-- and that hold no decision of a person. It costs a transaction without a person no more than a look at a setting.
do $$
declare
    name text;
begin
    for name in
        select c.relname
        from pg_class c
        where c.relkind = 'r'
          and c.relnamespace = current_schema()::regnamespace
          and c.relname !~ '^(flyway_|trail|indicator_|item_month|drug_month|cds_|quota_warning|till_open|share_open)'
          and c.relname not in (
              'raw_message', 'charge_line', 'department_month', 'payer_exchange', 'outbox', 'person_year', 'year_entry',
              'membership', 'patient', 'patient_merge', 'visit', 'visit_renumbering', 'visit_diagnosis', 'visit_location',
              'visit_leave', 'visit_order', 'audit_total', 'audit_due', 'tabular_part', 'tabular_reject', 'tabular_seen',
              'catalogue_change', 'consent_document', 'consent_due', 'his_notice', 'claim_estimate', 'claim_answer', 'claim_part_line', 'disease_registration', 'disease_year', 'clearing_line')
          and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'trail_change')
    loop
        execute format(
            'create trigger trail_change after insert or update or delete on %I for each row'
            ' when (coalesce(current_setting(''yibaoban.who'', true), '''') <> '''') execute function trail_change()', name);
    end loop;
end $$;
