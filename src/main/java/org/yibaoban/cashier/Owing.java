package org.yibaoban.cashier;

import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * What a patient still has to pay of a claim, in yuan.
 *
 * @param estimated the payer has not settled it yet: the amounts are our estimate's
 * @param deposit what is left of the deposit, to be set against it
 */
public record Owing(
        String visit,
        String name,
        String department,
        Optional<LocalDateTime> dischargedAt,
        boolean estimated,
        Money personal,
        Money owed,
        Money deposit) {}
