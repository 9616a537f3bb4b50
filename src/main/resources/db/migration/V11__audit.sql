-- What the audit rules found, who did what about it, and the running figures that spare a look at every line.

-- kept with the stay so that a list needs no look at its findings; moved in the transaction that changes one
alter table visit
    add column audit_open  integer not null default 0,
    add column audit_stops integer not null default 0,
    add column audit_asked integer not null default 0;

-- exact sums (numerator/denominator) of what is left of a visit's lines; a visit without a row is audited as a whole first
create table audit_total (
    visit_id  bigint primary key references visit,
    total     text not null,
    examining text not null,
    self_paid text not null
);

create table audit_finding (
    id          bigint primary key,
    visit_id    bigint        not null references visit,
    rule        varchar(24)   not null,
    -- the part of the stay that was looked at, such as "DAY 2026-03-01"
    scope       varchar(220)  not null,
    -- transaction ids of the lines it stands on, one a line; blank for a finding about the stay
    lines       text          not null,
    amount      numeric(16,2) not null,
    severity    varchar(8)    not null,
    chinese     text          not null,
    english     text          not null,
    clause      text          not null,
    department  varchar(40)   not null,
    doctor      varchar(40)   not null,
    state       varchar(12)   not null
        check (state in ('OPEN', 'ASSIGNED', 'ASKED', 'ANSWERED', 'OVERRULED', 'MENDED')),
    found_at    timestamptz   not null,
    changed_at  timestamptz   not null,
    assigned_to varchar(60)   not null default '',
    -- the first of two persons where the money asks for two; blank otherwise
    proposed_by varchar(60)   not null default '',
    -- why it was overruled, or is proposed to be, or how it was mended
    reason      text          not null default ''
);
create index audit_finding_visit on audit_finding (visit_id, scope);
create index audit_finding_open on audit_finding (found_at) where state not in ('OVERRULED', 'MENDED');
create index audit_finding_found on audit_finding (found_at);

-- append-only: what became of a finding, by whom, when and why
create table audit_event (
    id         bigint primary key,
    finding_id bigint      not null references audit_finding,
    at         timestamptz not null,
    -- blank where the rules themselves did it
    who        varchar(60) not null,
    kind       varchar(16) not null,
    text       text        not null
);
create index audit_event_finding on audit_event (finding_id, id);
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change();

-- the lines of one day of a visit
create index charge_line_day on charge_line (visit_id, service_time);

-- visits whose facts changed and that wait for a look at the whole stay; rows never collide, so that nobody waits here
create table audit_due (
    id       bigint generated always as identity primary key,
    visit_id bigint not null references visit
);
create index audit_due_visit on audit_due (visit_id);

create function audit_visit_changed() returns trigger language plpgsql as $$
begin
    -- a visit also changes what is found on the patient's others: overlap, split stays
    insert into audit_due (visit_id)
    select v.id from visit v
     where v.patient_id = new.patient_id and (v.claim_state is null or v.claim_state in ('REFUSED', 'WITHDRAWN') or v.reopened_after_claim);
    return null;
end $$;
create trigger audit_visit_opened after insert on visit for each row execute function audit_visit_changed();
create trigger audit_visit_changed
    after update of patient_id, type, status, admitted_at, discharged_at, identity_fault, membership_state on visit
    for each row execute function audit_visit_changed();

create function audit_patient_changed() returns trigger language plpgsql as $$
begin
    if (new.sex, new.birth_date) is distinct from (old.sex, old.birth_date) then
        insert into audit_due (visit_id)
        select v.id from visit v
         where v.patient_id = new.id
           and (v.claim_state is null or v.claim_state in ('REFUSED', 'WITHDRAWN') or v.reopened_after_claim);
    end if;
    return null;
end $$;
create trigger audit_patient_changed after update of sex, birth_date on patient
    for each row execute function audit_patient_changed();

create function audit_diagnosis_changed() returns trigger language plpgsql as $$
begin
    insert into audit_due (visit_id) values (coalesce(new.visit_id, old.visit_id));
    return null;
end $$;
create trigger audit_diagnosis_changed after insert or update or delete on visit_diagnosis
    for each row execute function audit_diagnosis_changed();

-- stays that are here already and not settled
insert into audit_due (visit_id)
select id from visit where coalesce(claim_state, '') <> 'SETTLED';
