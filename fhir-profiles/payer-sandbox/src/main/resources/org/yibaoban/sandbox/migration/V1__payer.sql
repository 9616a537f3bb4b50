-- What a payer must remember: its members, what they used in a year, and every claim with its answer.
-- Amounts are yuan with two places.

create table member (
    member_number   varchar(30)   primary key,
    identity_number varchar(18)   not null unique,
    name            varchar(100)  not null,
    insurance_type  varchar(3)    not null,
    plan_id         varchar(60)   not null,
    category        varchar(20)   not null,
    poor            boolean       not null,
    standing        varchar(20)   not null,
    account_balance numeric(16,2) not null check (account_balance >= 0)
);

create table member_year (
    member_number   varchar(30)   not null references member,
    year            integer       not null,
    stays           integer       not null check (stays >= 0),
    basic_fund      numeric(16,2) not null,
    large_amount    numeric(16,2) not null,
    serious_burden  numeric(16,2) not null,
    serious_illness numeric(16,2) not null,
    assistance      numeric(16,2) not null,
    outpatient_fund numeric(16,2) not null,
    primary key (member_number, year)
);

create table claim (
    identifier     varchar(200)  primary key,
    hospital_id    varchar(30)   not null,
    visit_number   varchar(30)   not null,
    member_number  varchar(30)   not null,
    received_at    timestamptz   not null,
    outcome        varchar(10)   not null check (outcome in ('COMPLETE', 'ERROR')),
    request_digest varchar(64)   not null,
    request        bytea         not null,
    response       bytea         not null
);

-- one settled claim for a visit
create unique index claim_of_visit on claim (hospital_id, visit_number) where outcome = 'COMPLETE';

create sequence settlement_number;
