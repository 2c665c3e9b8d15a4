// As if the jar of the larger models were missing.
{
  const real = window.fetch;
  window.fetch = async (path, ...options) => (path === '/api/more-models'
    ? Response.json({ missing: 'the model "two-bars" was not found: add a jar', space: null, band: null })
    : real(path, ...options));
}
