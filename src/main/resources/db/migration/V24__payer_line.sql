-- Whether the line to a payer is open: the newest row of a payer says; without one it is open.
create table payer_line_event (
    id      bigint       primary key,
    payer   varchar(30)  not null,
    stopped boolean      not null,
    reason  varchar(200) not null check (reason <> ''),
    by_user varchar(60)  not null,
    at      timestamptz  not null
);
create index payer_line_event_newest on payer_line_event (payer, at desc);
create trigger payer_line_event_append_only before update or delete on payer_line_event
    for each row execute function refuse_change();
