// As if the model "attention" knew two octaves alone.
{
  const real = window.fetch;
  window.fetch = async (path, ...options) => {
    const answer = await real(path, ...options);
    if (path !== '/api/models') {
      return answer;
    }
    const offer = await answer.json();
    Object.assign(offer.models.find(({ name }) => name === 'attention'), { lowest: 60, highest: 83 });
    return Response.json(offer);
  };
}
