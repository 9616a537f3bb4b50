package org.yibaoban.his.tabular;

import java.util.List;
import java.util.Optional;

/** All column maps, in the order of their files. */
public record TableMaps(List<TableMap> all) {

    /** @param id source and table, such as {@code synthea/encounters} */
    public Optional<TableMap> find(String id) {
        return all.stream().filter(map -> map.id().equals(id)).findFirst();
    }

    /** Those whose view is to be polled. */
    public List<TableMap> views() {
        return all.stream().filter(map -> map.view().isPresent()).toList();
    }
}
