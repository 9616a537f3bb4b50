package org.yibaoban.sandbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.atomic.AtomicReference;

/** How the payer behaves now. It is kept, so that a payer that is killed goes on as it was told. */
final class Mood {
    private final PayerStore store;
    private final boolean mayChange;
    private final AtomicReference<Misbehaviour> now;

    /** @param mayChange whether it can be told to misbehave at all; a payer that may not behaves */
    Mood(PayerStore store, boolean mayChange) {
        this.store = store;
        this.mayChange = mayChange;
        this.now = new AtomicReference<>(mayChange ? Misbehaviour.read(kept()) : Misbehaviour.none());
    }

    boolean mayChange() {
        return mayChange;
    }

    Misbehaviour now() {
        return now.get();
    }

    /** @throws IllegalArgumentException when the text says nothing that is known */
    void change(String text) {
        Misbehaviour next = Misbehaviour.read(text);
        store.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("update misbehaviour set settings = ?")) {
                statement.setString(1, text);
                return statement.executeUpdate();
            }
        });
        now.set(next);
    }

    private String kept() {
        return store.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select settings from misbehaviour")) {
                ResultSet row = statement.executeQuery();
                row.next();
                return row.getString(1);
            }
        });
    }
}
