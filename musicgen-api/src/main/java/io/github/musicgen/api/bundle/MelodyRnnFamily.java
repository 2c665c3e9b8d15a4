package io.github.musicgen.api.bundle;

import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.Optional;

/** Models that continue melodies. */
final class MelodyRnnFamily implements BundleFamily<Bundle> {
    @Override
    public String word() {
        return "melody_rnn";
    }

    @Override
    public String description() {
        return "a model that continues melodies, which Generator loads";
    }

    @Override
    public Bundle read(BundleReader reader) throws MalformedModelException {
        MelodyRnnConfiguration configuration = ConfigurationJson.read(reader.json(Metadata.CONFIGURATION));
        reader.requireSchema(MelodyRnnTensors.schema(configuration));
        Optional<JsonPlace> told = reader.jsonIfThere(Metadata.GOLDEN);
        Optional<Golden> golden =
                told.isPresent() ? Optional.of(GoldenJson.read(told.get(), configuration)) : Optional.empty();
        return new Bundle(configuration, reader.tensors(), reader.card(), reader.sampling(), golden);
    }

    @Override
    public Json configuration(Bundle bundle) {
        return ConfigurationJson.of(bundle.configuration());
    }

    @Override
    public Optional<Json> golden(Bundle bundle) {
        return bundle.golden().map(GoldenJson::of);
    }

    @Override
    public Bundle withTensors(Bundle bundle, TensorTable tensors) {
        Bundle other = new Bundle(bundle.configuration(), tensors, bundle.card(), bundle.sampling(), Optional.empty());
        Optional<Golden> golden =
                bundle.golden().map(told -> Golden.record(other.model(Engine.portable()), told.sampling()));
        return new Bundle(bundle.configuration(), tensors, bundle.card(), bundle.sampling(), golden);
    }
}
