package io.github.musicgen.api.bundle;

import io.github.musicgen.api.codec.MelodyVaeJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.Optional;

/** Spaces of melodies and of drums. */
final class MelodyVaeFamily implements BundleFamily<MelodyVaeBundle> {
    @Override
    public String word() {
        return "melody_vae";
    }

    @Override
    public String description() {
        return "a space of melodies or drums, which LatentModel loads";
    }

    @Override
    public MelodyVaeBundle read(BundleReader reader) throws MalformedModelException {
        MelodyVaeConfiguration configuration = MelodyVaeJson.read(reader.json(Metadata.CONFIGURATION));
        reader.requireSchema(MelodyVaeTensors.schema(configuration, reader.schema()));
        Optional<JsonPlace> told = reader.jsonIfThere(Metadata.GOLDEN);
        Optional<MelodyVaeGolden> golden =
                told.isPresent() ? Optional.of(MelodyVaeGoldenJson.read(told.get(), configuration)) : Optional.empty();
        return new MelodyVaeBundle(configuration, reader.tensors(), reader.card(), reader.sampling(), golden);
    }

    @Override
    public Json configuration(MelodyVaeBundle bundle) {
        return MelodyVaeJson.of(bundle.configuration());
    }

    @Override
    public Optional<Json> golden(MelodyVaeBundle bundle) {
        return bundle.golden().map(MelodyVaeGoldenJson::of);
    }

    @Override
    public MelodyVaeBundle withTensors(MelodyVaeBundle bundle, TensorTable tensors) {
        MelodyVaeBundle other = new MelodyVaeBundle(
                bundle.configuration(), tensors, bundle.card(), bundle.sampling(), Optional.empty());
        Optional<MelodyVaeGolden> golden =
                bundle.golden().map(told -> MelodyVaeGolden.record(other.model(Engine.portable()), told.sampling()));
        return new MelodyVaeBundle(bundle.configuration(), tensors, bundle.card(), bundle.sampling(), golden);
    }
}
