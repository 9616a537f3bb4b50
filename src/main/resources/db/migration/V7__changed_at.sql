-- When a row was last changed, for readers that poll (FHIR _lastUpdated). The database's own clock at the moment of the
-- change, set by triggers: whoever writes, it moves. A row becomes visible when its transaction commits, a moment after
-- this time; a reader therefore looks back a little with every poll (docs/fhir.md).
alter table patient add column changed_at timestamptz not null default clock_timestamp();
alter table visit add column changed_at timestamptz not null default clock_timestamp();
alter table membership add column changed_at timestamptz not null default clock_timestamp();
alter table claim add column changed_at timestamptz not null default clock_timestamp();
create index patient_changed on patient (changed_at);
create index visit_changed on visit (changed_at);
create index membership_changed on membership (changed_at);
create index claim_changed on claim (changed_at);
create index charge_line_posted on charge_line (posted_at);
create index charge_line_transaction on charge_line (transaction_id);
create index payer_exchange_at on payer_exchange (at) where kind = 'CLAIM';
create index payer_exchange_claim on payer_exchange (claim_id) where claim_id is not null;
create index patient_identity on patient (identity_number);

create function note_change() returns trigger language plpgsql as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;
create trigger patient_changed before update on patient for each row execute function note_change();
create trigger visit_changed before update on visit for each row execute function note_change();
create trigger membership_changed before update on membership for each row execute function note_change();
create trigger claim_changed before update on claim for each row execute function note_change();

-- what is shown as part of a visit (history of places, diagnoses, standing, messages that wait) changes the visit
create function note_change_of_visit() returns trigger language plpgsql as $$
begin
    update visit set changed_at = clock_timestamp() where id = coalesce(new.visit_id, old.visit_id);
    return null;
end $$;
create trigger visit_location_changes_visit after insert or update or delete on visit_location
    for each row execute function note_change_of_visit();
create trigger visit_diagnosis_changes_visit after insert or update or delete on visit_diagnosis
    for each row execute function note_change_of_visit();
create trigger membership_changes_visit after insert or update on membership
    for each row execute function note_change_of_visit();

create function note_change_of_waiting() returns trigger language plpgsql as $$
begin
    update visit set changed_at = clock_timestamp() where number = new.visit_number;
    return null;
end $$;
create trigger raw_message_waits after update of verdict on raw_message for each row
    when (old.verdict is distinct from new.verdict and 'WAITING' in (old.verdict, new.verdict))
    execute function note_change_of_waiting();
