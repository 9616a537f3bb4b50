-- The office's store. Money is numeric(16,2) yuan, unit prices numeric(16,6), quantities numeric(16,4): the sizes of the
-- national interface. Service times are the hospital's local time (timestamp); technical times are timestamptz.

create sequence row_id start with 50 increment by 50;

create table raw_message (
    id            bigint primary key,
    received_at   timestamptz  not null,
    channel       varchar(16)  not null,
    sender        varchar(200) not null,
    control_id    varchar(200) not null,
    type          varchar(40)  not null,
    sha256        bytea        not null,
    content       bytea        not null,
    verdict       varchar(16)  not null
        check (verdict in ('RECEIVED', 'APPLIED', 'WAITING', 'HELD', 'ERROR', 'REJECTED')),
    reason        text         not null default '',
    incident_id   varchar(20)  not null default '',
    visit_number  varchar(30),
    answer        bytea,
    processed_at  timestamptz
);
create index raw_message_identity on raw_message (sender, control_id);
create index raw_message_latest on raw_message (received_at desc);
create index raw_message_waiting on raw_message (visit_number, id) where verdict = 'WAITING';

create table patient (
    id              bigint primary key,
    number          varchar(64)  not null unique,
    identity_number varchar(64),
    name            varchar(200) not null,
    sex             varchar(12)  not null,
    birth_date      date
);

create table visit (
    id                   bigint primary key,
    number               varchar(30)   not null unique,
    patient_id           bigint        not null references patient,
    type                 varchar(12)   not null,
    status               varchar(12)   not null,
    department           varchar(40)   not null,
    ward                 varchar(40)   not null,
    bed                  varchar(40)   not null,
    doctor               varchar(40)   not null,
    admitted_at          timestamp     not null,
    discharged_at        timestamp,
    identity_fault       boolean       not null,
    membership_state     varchar(12)   not null,
    membership_note      text          not null default '',
    reopened_after_claim boolean       not null default false,
    claim_state          varchar(12),
    -- running sums of the stay's ledger, moved in the transaction that posts a line
    charges              numeric(16,2) not null default 0,
    self_paid            numeric(16,2) not null default 0,
    restricted           numeric(16,2) not null default 0,
    unmapped             numeric(16,2) not null default 0,
    line_count           integer       not null default 0,
    check (discharged_at is null or discharged_at >= admitted_at)
);
create index visit_open on visit (department) where status = 'ADMITTED';
create index visit_discharged on visit (discharged_at) where status = 'DISCHARGED';
create index visit_patient on visit (patient_id);

create table visit_diagnosis (
    visit_id bigint       not null references visit,
    rank     integer      not null,
    code     varchar(40)  not null,
    name     varchar(200) not null,
    primary key (visit_id, rank)
);

create table visit_location (
    id         bigint primary key,
    visit_id   bigint      not null references visit,
    from_time  timestamp   not null,
    department varchar(40) not null,
    ward       varchar(40) not null,
    bed        varchar(40) not null,
    doctor     varchar(40) not null
);
create index visit_location_visit on visit_location (visit_id, from_time);

-- what the payer said of a person for one visit, with the year's accumulators at that moment
create table membership (
    visit_id             bigint primary key references visit,
    member_number        varchar(30)   not null,
    insurance_type       varchar(12)   not null,
    plan_id              varchar(60)   not null,
    category             varchar(12)   not null,
    poor                 boolean       not null,
    standing             varchar(12)   not null,
    account_balance      numeric(16,2) not null,
    verified_on          date          not null,
    year_stays           integer       not null,
    year_basic_fund      numeric(16,2) not null,
    year_large_amount    numeric(16,2) not null,
    year_serious_burden  numeric(16,2) not null,
    year_serious_illness numeric(16,2) not null,
    year_assistance      numeric(16,2) not null,
    year_outpatient_fund numeric(16,2) not null
);

-- append-only: a correction is a reversing line that names the one it reverses
create table charge_line (
    id                  bigint primary key,
    visit_id            bigint         not null references visit,
    transaction_id      varchar(200)   not null,
    item_code           varchar(60)    not null,
    national_code       varchar(60),
    name                varchar(400)   not null,
    unit                varchar(40)    not null,
    charge_type         varchar(12)    not null,
    item_class          char(1)        not null,
    pre_self_pay_rate   numeric(7,6),
    unit_limit          numeric(16,6),
    restriction         text,
    waived              boolean        not null,
    quantity            numeric(16,4)  not null,
    unit_price          numeric(16,6)  not null,
    amount              numeric(16,2)  not null,
    service_time        timestamp      not null,
    ordering_department varchar(40)    not null,
    ordered_by          varchar(40),
    order_number        varchar(60),
    reverses_id         bigint references charge_line,
    message_id          bigint         not null references raw_message,
    posted_at           timestamptz    not null,
    unique (visit_id, transaction_id),
    check ((reverses_id is null and quantity > 0 and amount >= 0) or (reverses_id is not null and quantity < 0 and amount <= 0))
);
create index charge_line_item on charge_line (visit_id, item_code);
create index charge_line_reverses on charge_line (reverses_id) where reverses_id is not null;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: post a reversing line instead', tg_table_name;
end $$;
create trigger charge_line_append_only before update or delete on charge_line
    for each row execute function refuse_change();

-- running sums of each ordering department and month, moved in the transaction that posts a line
create table department_month (
    department  varchar(40)   not null,
    month       date          not null,
    charges     numeric(18,2) not null,
    self_paid   numeric(18,2) not null,
    drugs       numeric(18,2) not null,
    consumables numeric(18,2) not null,
    line_count  bigint        not null,
    primary key (department, month)
);

create table claim (
    id              bigint primary key,
    visit_id        bigint       not null references visit,
    identifier      varchar(64)  not null unique,
    state           varchar(12)  not null,
    created_at      timestamptz  not null,
    created_by      varchar(60)  not null,
    content         bytea        not null,
    sent_at         timestamptz,
    settled_at      timestamptz,
    payer_reference varchar(64),
    note            text         not null default '',
    differences     text         not null default ''
);
-- while one claim stands, a visit gets no other
create unique index claim_one_open on claim (visit_id) where state not in ('REFUSED', 'WITHDRAWN');

create table claim_estimate (
    claim_id bigint        not null references claim,
    field    varchar(24)   not null,
    amount   numeric(16,2) not null,
    primary key (claim_id, field)
);

create table claim_answer (
    claim_id bigint        not null references claim,
    field    varchar(24)   not null,
    amount   numeric(16,2) not null,
    primary key (claim_id, field)
);

-- what is still to be said to the payer; written in the transaction that decided it
create table outbox (
    id              bigint primary key,
    kind            varchar(12) not null check (kind in ('ELIGIBILITY', 'CLAIM')),
    visit_id        bigint      not null references visit,
    claim_id        bigint references claim,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    last_error      text        not null default ''
);
create index outbox_due on outbox (next_attempt_at);
create index outbox_visit on outbox (visit_id);

-- every exchange with the payer, byte for byte
create table payer_exchange (
    id       bigint primary key,
    visit_id bigint      not null references visit,
    claim_id bigint references claim,
    kind     varchar(12) not null,
    at       timestamptz not null,
    outcome  varchar(40) not null,
    request  bytea,
    response bytea
);
create index payer_exchange_visit on payer_exchange (visit_id);
create trigger payer_exchange_append_only before update or delete on payer_exchange
    for each row execute function refuse_change();

create table app_user (
    username      varchar(60) primary key,
    display_name  varchar(100) not null,
    english_name  varchar(100) not null,
    password_hash varchar(400) not null,
    roles         varchar(200) not null,
    department    varchar(40)
);
