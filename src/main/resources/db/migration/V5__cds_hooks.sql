-- What the hooks answered, so that feedback on a card can be told whose and what it was: one row a call, whatever the
-- number of cards. The id is a UUID of version 7, its last byte free for card and suggestion (office.order.AnswerId): rows
-- are appended at the right edge of the index, and old ones are removed by a range of ids.
create table cds_answer (
    id           uuid primary key,
    service      varchar(60)  not null,
    visit_number varchar(30),
    user_id      varchar(200) not null,
    -- a line a card: kind, item code and the item codes of its suggestions, tabs between them
    cards        text         not null
);

-- what users did with cards; holds all that it speaks of, for answers are removed after a time
create table cds_feedback (
    id               bigint primary key,
    card             uuid         not null,
    service          varchar(60)  not null,
    visit_number     varchar(30),
    user_id          varchar(200) not null,
    kind             varchar(20)  not null,
    item_code        text         not null,
    outcome          varchar(12)  not null check (outcome in ('accepted', 'overridden')),
    accepted_items   text         not null default '',
    override_reason  varchar(200),
    override_comment text,
    outcome_at       timestamptz  not null,
    client           varchar(200) not null,
    received_at      timestamptz  not null,
    -- a repeated feedback is kept once, a changed one beside the first
    unique (card, outcome, outcome_at)
);
create index cds_feedback_latest on cds_feedback (received_at desc);
create trigger cds_feedback_append_only before update or delete on cds_feedback
    for each row execute function refuse_change();

-- tokens that were used, until they expire: none serves twice, whichever instance it comes to
create table cds_token (
    issuer     varchar(300) not null,
    jti        varchar(300) not null,
    expires_at timestamptz  not null,
    primary key (issuer, jti)
);
create index cds_token_expired on cds_token (expires_at);
