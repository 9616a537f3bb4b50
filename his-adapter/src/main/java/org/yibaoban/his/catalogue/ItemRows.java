package org.yibaoban.his.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.ItemFault;
import org.yibaoban.catalogue.ItemField;

/** The rows of a file of items, one after the other. */
interface ItemRows extends AutoCloseable {

    /** A row by the fields that are known of it, as written. */
    record ItemRow(long number, Map<ItemField, String> fields, Optional<ItemFault> broken) {}

    /** Columns that are not read. */
    List<String> unknown();

    /** @throws org.yibaoban.his.tabular.TableFault when the rest cannot be read */
    Optional<ItemRow> next();

    @Override
    void close();
}
