-- What the audit is told beside the lines, and the consent forms that are filed to the HIS.

-- for how long a drug was given out, where the HIS tells
alter table charge_line
    add column supply_days numeric(6,2) check (supply_days >= 0),
    add column chronic     boolean not null default false,
    add column take_home   boolean not null default false;

-- leaves of absence (ADT A21, A22); one that was taken back stays with its mark
create table visit_leave (
    id        bigint primary key,
    visit_id  bigint    not null references visit,
    from_time timestamp not null,
    to_time   timestamp,
    cancelled boolean   not null default false,
    check (to_time >= from_time)
);
create index visit_leave_visit on visit_leave (visit_id, from_time);
create unique index visit_leave_open on visit_leave (visit_id) where to_time is null and not cancelled;
-- the bed-days, idle days and charges of a stay are judged anew
create trigger audit_leave_changed after insert or update on visit_leave
    for each row execute function audit_diagnosis_changed();
create trigger visit_leave_changes_visit after insert or update on visit_leave
    for each row execute function note_change_of_visit();

-- when a form was last changed, for readers that poll
alter table consent add column told_at timestamptz not null default clock_timestamp();
create index consent_told on consent (told_at);
create function note_consent_change() returns trigger language plpgsql as $$
begin
    new.told_at := clock_timestamp();
    return new;
end $$;
create trigger consent_told before update on consent for each row execute function note_consent_change();

-- the form that a notice files, and the hash of the PDF in it
alter table his_notice
    add column consent_id   bigint references consent,
    add column document_sha char(64) not null default '';
create index his_notice_consent on his_notice (consent_id) where consent_id is not null;
