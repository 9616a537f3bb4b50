-- Informed consent, item by item: the form as it was filled in, where it stands, and every step it took.

create table consent (
    id            bigint primary key,
    visit_id      bigint         not null references visit,
    number        varchar(60)    not null unique,
    item_code     varchar(60)    not null,
    national_code varchar(60),
    name          varchar(400)   not null,
    specification varchar(400)   not null,
    unit          varchar(40)    not null,
    charge_type   varchar(12)    not null,
    item_class    char(1)        not null,
    first_share   numeric(7,6),
    unit_limit    numeric(16,6),
    restriction   text,
    patient_name  varchar(200)   not null,
    quantity      numeric(16,4)  not null check (quantity > 0),
    unit_price    numeric(16,6)  not null check (unit_price > 0),
    reasons       varchar(100)   not null check (reasons <> ''),
    necessity     varchar(400)   not null check (necessity <> ''),
    alternative   varchar(400)   not null check (alternative <> ''),
    doctor        varchar(400)   not null check (doctor <> ''),
    prepared_at   timestamp      not null,
    used_since    timestamp,
    sha256        char(64)       not null,
    state         varchar(12)    not null
        check (state in ('DUE', 'SIGNED', 'PAPER', 'EMERGENCY', 'WITHDRAWN', 'REFUSED', 'CONFIRMED')),
    changed_at    timestamp      not null,
    deadline      timestamp,
    note          varchar(400)   not null default '',
    signer_name   varchar(400),
    relation      varchar(16),
    witness       varchar(400),
    signed_at     timestamp,
    check (state not in ('SIGNED', 'PAPER') or (signer_name is not null and witness is not null)),
    check (state <> 'EMERGENCY' or (deadline is not null and note <> ''))
);
create index consent_visit on consent (visit_id, item_code);

-- a form's content never changes: what it became stands beside it, and a mistake is dropped and written anew
create or replace function refuse_form_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       or (old.visit_id, old.number, old.item_code, old.name, old.specification, old.unit, old.patient_name, old.quantity,
           old.unit_price, old.reasons, old.necessity, old.alternative, old.doctor, old.prepared_at, old.sha256)
          is distinct from
          (new.visit_id, new.number, new.item_code, new.name, new.specification, new.unit, new.patient_name, new.quantity,
           new.unit_price, new.reasons, new.necessity, new.alternative, new.doctor, new.prepared_at, new.sha256) then
        raise exception 'the content of a consent form is append-only: withdraw it and prepare another';
    end if;
    return new;
end $$;
create trigger consent_content_append_only before update or delete on consent
    for each row execute function refuse_form_change();

-- append-only: who did what, when and why
create table consent_event (
    id         bigint primary key,
    consent_id bigint       not null references consent,
    at         timestamptz  not null,
    by_user    varchar(60)  not null,
    state      varchar(12)  not null,
    why        varchar(400) not null default ''
);
create index consent_event_consent on consent_event (consent_id, id);
create trigger consent_event_append_only before update or delete on consent_event
    for each row execute function refuse_change();

-- append-only: the printed form, the drawn signature, the scan, byte for byte with their hash
create table consent_document (
    id         bigint primary key,
    consent_id bigint      not null references consent,
    kind       varchar(12) not null check (kind in ('FORM', 'SIGNATURE', 'SCAN')),
    media_type varchar(40) not null,
    content    bytea       not null,
    sha256     char(64)    not null,
    at         timestamptz not null,
    by_user    varchar(60) not null,
    unique (consent_id, kind)
);
create trigger consent_document_append_only before update or delete on consent_document
    for each row execute function refuse_change();

-- what is due now, by stay and item; moved in the transaction that posts a line or changes a consent
create table consent_due (
    visit_id  bigint         not null references visit,
    item_code varchar(60)    not null,
    quantity  numeric(16,4)  not null check (quantity > 0),
    amount    numeric(16,2)  not null,
    stops     boolean        not null,
    primary key (visit_id, item_code)
);

-- the sums of consent_due, so that boards look at a stay's row alone
alter table visit
    add column consent_due   numeric(16,2) not null default 0,
    add column consent_items integer       not null default 0,
    add column consent_stops integer       not null default 0;
create index visit_consent on visit (department) where consent_items > 0;
