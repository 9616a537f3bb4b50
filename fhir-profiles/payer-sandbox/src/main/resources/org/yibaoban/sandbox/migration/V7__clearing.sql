-- What was paid, so that nothing is paid twice and a late reversal joins the next clearing.
create table clearing (
    identifier  varchar(64)  primary key,
    hospital_id varchar(30)  not null,
    response    bytea        not null
);
create table clearing_line (
    claim_identifier varchar(200) not null,
    kind             varchar(12)  not null,
    clearing         varchar(64)  not null references clearing,
    primary key (claim_identifier, kind)
);
