-- what the events of a HIS beyond admission, transfer and discharge need

-- by when the sender knew it (EVN-2, else MSH-7): a late older message must not overwrite what is newer
alter table patient add column told_at timestamp;
alter table visit add column facts_told_at timestamp;
alter table visit add column status_told_at timestamp;
-- patient and visit number that a claim was made under, where an identifier changed after it
alter table visit add column claimed_patient_number varchar(64);
alter table visit add column claimed_visit_number varchar(30);

-- a transfer that was taken back stays in the history; the time is that of the message which took it back
alter table visit_location add column cancelled_at timestamp;

-- numbers that are given up and never used again, with who or what has their place
create table patient_merge (
    prior_number varchar(64) primary key,
    patient_id   bigint      not null references patient,
    told_at      timestamp   not null,
    message_id   bigint      not null references raw_message
);
create index patient_merge_survivor on patient_merge (patient_id);
create table visit_renumbering (
    prior_number varchar(30) primary key,
    visit_id     bigint      not null references visit,
    told_at      timestamp   not null,
    message_id   bigint      not null references raw_message
);

-- a charge that replaces an earlier one names the transaction that the sender changed, and when it was told
alter table charge_line add column revises varchar(200);
alter table charge_line add column told_at timestamp;
create index charge_line_revises on charge_line (visit_id, revises) where revises is not null;
-- charges of an order
create index charge_line_order on charge_line (visit_id, order_number) where order_number is not null;

create table visit_order (
    id            bigint primary key,
    visit_id      bigint       not null references visit,
    placer_number varchar(60)  not null,
    filler_number varchar(60)  not null,
    group_number  varchar(60)  not null,
    item_code     varchar(60)  not null,
    item_name     varchar(400) not null,
    quantity      numeric(16,4),
    unit          varchar(40)  not null,
    department    varchar(40)  not null,
    doctor        varchar(40)  not null,
    ordered_at    timestamp    not null,
    status        varchar(12)  not null,
    facts_told_at  timestamp   not null,
    status_told_at timestamp   not null,
    message_id    bigint       not null references raw_message,
    check (placer_number <> '' or filler_number <> '')
);
-- one number may stand for several items, as that of a prescription does
create unique index visit_order_placer on visit_order (visit_id, placer_number, item_code) where placer_number <> '';
create index visit_order_filler on visit_order (visit_id, filler_number) where filler_number <> '';

-- what waits longer than it should
create index raw_message_waiting_since on raw_message (received_at) where verdict = 'WAITING';
